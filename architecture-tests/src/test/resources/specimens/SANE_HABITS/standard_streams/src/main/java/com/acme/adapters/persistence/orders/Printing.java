// caught: com.acme.adapters.persistence.orders.Printing.print()
// caught: com.acme.adapters.persistence.orders.Printing.trace(
package com.acme.adapters.persistence.orders;

final class Printing {
    static void print() {
        System.err.println("here");
    }

    static void trace(IllegalStateException broken) {
        broken.printStackTrace();
    }
}
