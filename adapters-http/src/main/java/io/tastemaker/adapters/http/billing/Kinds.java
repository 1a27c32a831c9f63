package io.tastemaker.adapters.http.billing;

import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.billing.Purchase;

/** What can be bought, in the words of the API. */
final class Kinds {

    static final String SUBSCRIPTION = "subscription";
    static final String TOP_UP = "top_up";
    static final String PAYMENT = "payment";

    private Kinds() {}

    static String of(Purchase purchase) {
        return switch (purchase) {
            case Purchase.Subscribe plan -> SUBSCRIPTION;
            case Purchase.TopUp pack -> TOP_UP;
            case Purchase.OneOff what -> PAYMENT;
        };
    }

    static String of(Payment.Kind kind) {
        return switch (kind) {
            case SUBSCRIPTION -> SUBSCRIPTION;
            case TOP_UP -> TOP_UP;
            case ONE_OFF -> PAYMENT;
            case TRIAL -> "trial";
        };
    }

    static Payment.Kind paid(String word) {
        return switch (word) {
            case SUBSCRIPTION -> Payment.Kind.SUBSCRIPTION;
            case TOP_UP -> Payment.Kind.TOP_UP;
            case PAYMENT -> Payment.Kind.ONE_OFF;
            default -> throw new IllegalArgumentException("no kind of payment: " + word);
        };
    }
}
