// caught: com.acme.domain.orders.OrderFile.path
package com.acme.domain.orders;

public record OrderFile(java.nio.file.Path path) {}
