// caught: com.acme.domain.orders.OrderFeed.client
package com.acme.domain.orders;

public record OrderFeed(java.net.http.HttpClient client, java.net.URI address) {}
