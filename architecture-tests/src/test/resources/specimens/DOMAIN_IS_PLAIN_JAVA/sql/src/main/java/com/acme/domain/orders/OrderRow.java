// caught: com.acme.domain.orders.OrderRow.row
package com.acme.domain.orders;

public record OrderRow(java.sql.ResultSet row) {}
