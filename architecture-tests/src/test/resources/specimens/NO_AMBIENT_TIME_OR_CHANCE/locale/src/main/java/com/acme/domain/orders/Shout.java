// caught: com.acme.domain.orders.Shout.locale()
// caught: com.acme.domain.orders.Shout.upper(
// caught: com.acme.domain.orders.Shout.number(
// caught: com.acme.domain.orders.Shout.formatted(
package com.acme.domain.orders;

import java.util.Locale;

public final class Shout {
    static Locale locale() {
        return Locale.getDefault();
    }

    static String upper(String text) {
        return text.toUpperCase();
    }

    static String number(int number) {
        return String.format("%d", number);
    }

    static String formatted(int number) {
        return "%d".formatted(number);
    }
}
