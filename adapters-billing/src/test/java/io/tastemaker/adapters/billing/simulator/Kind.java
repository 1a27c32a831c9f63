package io.tastemaker.adapters.billing.simulator;

/** The objects of Stripe that are known here, as their ids begin and as they are called in messages. */
enum Kind {
    CUSTOMER("customer", "cus_"),
    PRODUCT("product", "prod_"),
    PRICE("price", "price_"),
    COUPON("coupon", "coupon_"),
    PROMOTION_CODE("promotion_code", "promo_"),
    DISCOUNT("discount", "di_"),
    SESSION("checkout.session", "cs_test_"),
    SUBSCRIPTION("subscription", "sub_"),
    SUBSCRIPTION_ITEM("subscription_item", "si_"),
    INVOICE("invoice", "in_"),
    INVOICE_PAYMENT("invoice_payment", "inpay_"),
    LINE("line_item", "il_"),
    SESSION_LINE("item", "li_"),
    PAYMENT_INTENT("payment_intent", "pi_"),
    CHARGE("charge", "ch_"),
    REFUND("refund", "re_"),
    DISPUTE("dispute", "du_"),
    PORTAL("billing_portal.session", "bps_"),
    EVENT("event", "evt_");

    private final String object;
    private final String prefix;

    Kind(String object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    String object() {
        return object;
    }

    String prefix() {
        return prefix;
    }

    String words() {
        return object.replace('_', ' ');
    }
}
