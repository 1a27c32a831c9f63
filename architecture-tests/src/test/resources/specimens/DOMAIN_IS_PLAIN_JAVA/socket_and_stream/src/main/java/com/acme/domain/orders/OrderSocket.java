// caught: com.acme.domain.orders.OrderSocket.socket
// caught: com.acme.domain.orders.OrderSocket.stream
package com.acme.domain.orders;

public record OrderSocket(java.net.Socket socket, java.io.InputStream stream) {}
