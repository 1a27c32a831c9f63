// caught: com.acme.domain.orders.OrderWorker.thread
// caught: com.acme.domain.orders.OrderWorker.pool
package com.acme.domain.orders;

public record OrderWorker(Thread thread, java.util.concurrent.ExecutorService pool) {}
