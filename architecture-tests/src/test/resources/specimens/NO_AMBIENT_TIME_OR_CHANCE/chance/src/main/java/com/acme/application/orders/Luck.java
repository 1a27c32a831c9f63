// caught: com.acme.application.orders.Luck.id()
// caught: com.acme.application.orders.Luck.draw()
// caught: com.acme.application.orders.Luck.random()
// caught: com.acme.application.orders.Luck.local()
// caught: com.acme.application.orders.Luck.secure()
// caught: com.acme.application.orders.Luck.shuffled(
package com.acme.application.orders;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

final class Luck {
    static UUID id() {
        return UUID.randomUUID();
    }

    static double draw() {
        return Math.random();
    }

    static Random random() {
        return new Random();
    }

    static int local() {
        return ThreadLocalRandom.current().nextInt();
    }

    static Random secure() {
        return new SecureRandom();
    }

    static void shuffled(List<String> names) {
        Collections.shuffle(names);
    }
}
