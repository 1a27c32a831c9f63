package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What people and banks do to Stripe that no request of ours does: customers on its pages, sellers on its dashboard. Whatever cannot be done
 * is an {@link IllegalStateException}.
 */
public final class Outside {

    /** How a payment on the page of a session goes. */
    public enum Payment {
        SUCCEEDS(Payments.Attempt.SUCCEEDS), IS_DECLINED(Payments.Attempt.FAILS), ARRIVES_LATER(Payments.Attempt.PENDS);

        private final Payments.Attempt attempt;

        Payment(Payments.Attempt attempt) {
            this.attempt = attempt;
        }
    }

    private final World world;

    Outside(World world) {
        this.world = world;
    }

    /** The customer pays with a good card. */
    public void pay(String session) {
        pay(session, Payment.SUCCEEDS);
    }

    /** The customer pays, or tries to; what {@linkplain Payment#ARRIVES_LATER arrives later} is {@linkplain #settle settled} later. */
    public void pay(String session, Payment payment) {
        act(() -> world.till.pay(get(Kind.SESSION, session), payment.attempt));
    }

    /** The customer types in a promotion code. */
    public void enterCode(String session, String code) {
        act(() -> world.sessions.type(get(Kind.SESSION, session), code));
    }

    /** What was to arrive later does, or does not. */
    public void settle(String session, boolean succeeds) {
        act(() -> world.till.settle(get(Kind.SESSION, session), succeeds));
    }

    /** The time of an open session is up. */
    public void expire(String session) {
        act(() -> world.sessions.expire(get(Kind.SESSION, session)));
    }

    /** Someone on the dashboard subscribes a customer, at once and with the card on file; gives the id. */
    public String subscribe(String customer, String price) {
        return made(() -> {
            ObjectNode found = get(Kind.PRICE, price);
            boolean works = world.customers.card(get(Kind.CUSTOMER, customer).path("id").asText()) == Customers.Card.WORKS;
            return world.cycles.start(new Order(customer, found, 1, Optional.empty(), "create_invoice", Json.object(), Optional.empty(), ""),
                    works ? Payments.Attempt.SUCCEEDS : Payments.Attempt.FAILS);
        });
    }

    /** From now on the card on file can be charged, or cannot. */
    public void card(String customer, boolean works) {
        act(() -> world.customers.card(get(Kind.CUSTOMER, customer).path("id").asText(), works ? Customers.Card.WORKS : Customers.Card.FAILS));
    }

    /** The customer pays an open invoice on its page with a good card, which is then on file. */
    public void payInvoice(String invoice) {
        act(() -> {
            ObjectNode found = open(invoice);
            world.customers.card(found.path("customer").asText(), Customers.Card.WORKS);
            world.dunning.collect(found);
        });
    }

    /** The seller writes off an open invoice. */
    public void writeOff(String invoice) {
        act(() -> world.invoices.writeOff(open(invoice)));
    }

    private ObjectNode open(String invoice) {
        ObjectNode found = get(Kind.INVOICE, invoice);
        if (!found.path("status").asText().equals("open")) {
            throw new IllegalStateException("The invoice is " + found.path("status").asText());
        }
        return found;
    }

    /** The seller gives back all that is left of a charge or of a payment intent; gives the id. */
    public String refund(String payment) {
        return made(() -> world.refunds.refund(charge(payment), Optional.empty(), Optional.empty(), Json.object()));
    }

    /** The seller gives back a part; gives the id. */
    public String refund(String payment, long amount) {
        return made(() -> world.refunds.refund(charge(payment), Optional.of(amount), Optional.empty(), Json.object()));
    }

    /** The bank sends back what was refunded. */
    public void failRefund(String refund) {
        act(() -> world.refunds.fail(get(Kind.REFUND, refund)));
    }

    /** The bank disputes all of a charge or of a payment intent; gives the id. */
    public String dispute(String payment) {
        return made(() -> world.disputes.open(charge(payment), Optional.empty(), false));
    }

    /** The bank disputes a part; gives the id. */
    public String dispute(String payment, long amount) {
        return made(() -> world.disputes.open(charge(payment), Optional.of(amount), false));
    }

    /** The bank only asks; gives the id. */
    public String inquire(String payment) {
        return made(() -> world.disputes.open(charge(payment), Optional.empty(), true));
    }

    /** Evidence was sent in. */
    public void reviewDispute(String dispute) {
        act(() -> world.disputes.review(get(Kind.DISPUTE, dispute)));
    }

    /** The bank has decided. */
    public void closeDispute(String dispute, boolean won) {
        act(() -> world.disputes.close(get(Kind.DISPUTE, dispute), won));
    }

    /** The subscription ends at once. */
    public void cancelNow(String subscription) {
        act(() -> world.subscriptions.cancel(running(subscription), "cancellation_requested"));
    }

    /** The customer cancels in the portal: it ends with the period. */
    public void cancelAtPeriodEnd(String subscription) {
        edit(subscription, true);
    }

    /** The customer has thought again. */
    public void resume(String subscription) {
        edit(subscription, false);
    }

    private void edit(String subscription, boolean cancel) {
        act(() -> world.store.change(Subscriptions.UPDATED, running(subscription), world.subscriptions.cancelAtPeriodEnd(cancel)));
    }

    /** The customer takes another price in the portal; the rest of the month is settled at once. */
    public void changePrice(String subscription, String price) {
        act(() -> world.changes.changeAtPortal(running(subscription), get(Kind.PRICE, price)));
    }

    /** The customer is deleted, and all subscriptions with them. */
    public void deleteCustomer(String customer) {
        act(() -> {
            ObjectNode living = world.customers.living(customer);
            world.subscriptions.cancelAllOf(customer);
            world.customers.delete(living);
        });
    }

    /** The seller makes a coupon; the parameters are those of the API. Gives the id. */
    public String coupon(Map<String, String> params) {
        return made(() -> world.coupons.create(params(params)));
    }

    /** The seller deletes a coupon, and with it the use of its codes. */
    public void deleteCoupon(String coupon) {
        act(() -> world.coupons.delete(get(Kind.COUPON, coupon)));
    }

    /** The seller makes a promotion code; the parameters are those of the API. Gives the id. */
    public String promotionCode(Map<String, String> params) {
        return made(() -> world.codes.create(params(params)));
    }

    /** The seller closes a promotion code. */
    public void deactivateCode(String promotionCode) {
        act(() -> world.store.change("promotion_code.updated", get(Kind.PROMOTION_CODE, promotionCode), one -> one.put("active", false)));
    }

    private static Params params(Map<String, String> values) {
        return Params.of(values.entrySet().stream().map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private ObjectNode get(Kind kind, String id) {
        return world.store.get(kind, id);
    }

    private ObjectNode running(String subscription) {
        ObjectNode found = get(Kind.SUBSCRIPTION, subscription);
        if (Subscriptions.isOver(found)) {
            throw new IllegalStateException("The subscription is over");
        }
        return found;
    }

    private ObjectNode charge(String payment) {
        String id = payment.startsWith(Kind.PAYMENT_INTENT.prefix())
                ? get(Kind.PAYMENT_INTENT, payment).path("latest_charge").asText() : payment;
        return get(Kind.CHARGE, id);
    }

    private String made(Supplier<ObjectNode> work) {
        try {
            return world.store.locked(() -> work.get().path("id").asText());
        } catch (Refusal refusal) {
            throw new IllegalStateException(refusal.getMessage(), refusal);
        }
    }

    private void act(Runnable work) {
        made(() -> {
            work.run();
            return Json.object();
        });
    }
}
