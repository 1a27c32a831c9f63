// caught: com.acme.adapters.http.orders.Queries.create
package com.acme.adapters.http.orders;

record Queries(org.jooq.DSLContext create) {}
