package io.tastemaker.bootstrap;

import java.util.concurrent.CountDownLatch;

/** What the start script takes for the program: it says that it serves, and waits to be stopped. */
final class StandIn {

    private StandIn() {}

    /** Starts it. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments[0].equals("serve")) {
            System.out.println("  API        nowhere");
            new CountDownLatch(1).await();
        }
        System.out.println("at work");
    }
}
