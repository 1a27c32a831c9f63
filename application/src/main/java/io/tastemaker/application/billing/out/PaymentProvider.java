package io.tastemaker.application.billing.out;

import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.ProviderInvoice;
import io.tastemaker.domain.billing.ProviderPayment;
import io.tastemaker.domain.billing.ProviderSession;
import io.tastemaker.domain.billing.ProviderSubscription;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.TeamId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Who takes the money. Nothing here runs inside a transaction. Every method throws {@link io.tastemaker.domain.access.Refusal.Unavailable}
 * when the provider does not answer in time or is known to be down, and {@link io.tastemaker.domain.access.Refusal.NotConfigured} when there
 * is none. Whatever changes something is sent under a key, so that asking twice does it once.
 */
public interface PaymentProvider {

    /**
     * What the provider answers to a wish.
     *
     * @param <T> what it gives
     */
    sealed interface Answer<T> {
        /**
         * It did it.
         *
         * @param value what it gave
         * @param <T> what it gives
         */
        record Done<T>(T value) implements Answer<T> {}

        /**
         * It does not do it, now or ever: a card was declined, a price is unknown.
         *
         * @param reason why, in the provider's words, for people
         * @param <T> what it would have given
         */
        record Declined<T>(String reason) implements Answer<T> {}
    }

    /**
     * A checkout to be opened. The order says what is bought and what it costs.
     *
     * @param order the order; its id names the attempt, so that opening it twice gives the same checkout
     * @param customer the provider's id of the team
     * @param title what the page says is bought
     * @param coupon the coupon that the order's discount comes from
     * @param success where people are sent after they paid
     * @param cancel where they are sent when they do not
     */
    record Checkout(Order order, String customer, String title, Optional<Coupon> coupon, URI success, URI cancel) {
        /** Checks that nothing is missing. */
        public Checkout {
            Objects.requireNonNull(order, "order");
            Objects.requireNonNull(customer, "customer");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(coupon, "coupon");
            Objects.requireNonNull(success, "success");
            Objects.requireNonNull(cancel, "cancel");
        }
    }

    /**
     * An open checkout.
     *
     * @param session the provider's id
     * @param url where it is paid; whoever has it can pay, so it is neither stored nor logged
     */
    record Opened(String session, URI url) {
        /** Does not say where. */
        @Override
        public String toString() {
            return "Opened[" + session + "]";
        }
    }

    /**
     * A coupon to be made.
     *
     * @param code what people type
     * @param reduction how much it takes off
     * @param term for how many payments of a subscription
     * @param months for how many months, when the term says so
     * @param most how often it can be used by all together
     * @param endsAt until when it can be used
     */
    record NewCoupon(String code, Coupon.Reduction reduction, Coupon.Term term, OptionalInt months, OptionalLong most,
            Optional<Instant> endsAt) {}

    /**
     * Makes sure that there is one.
     *
     * @throws io.tastemaker.domain.access.Refusal.NotConfigured when there is none
     */
    void requireConfigured();

    /**
     * The price of a plan there.
     *
     * @param plan the key of a plan
     * @return what a month costs; empty when it is not sold there
     */
    Optional<Money> priceOf(String plan);

    /**
     * Makes a team known, or brings up to date what is known of it.
     *
     * @param team the team; asking again for one that is not known gives the same id
     * @param known the id we have; when it is gone there, the team gets another
     * @param email where bills go, if somebody owns the team
     * @param name what the team calls itself
     * @return the provider's id of it
     */
    String keepCustomer(TeamId team, Optional<String> known, Optional<String> email, String name);

    /**
     * Opens a checkout.
     *
     * @param checkout what for
     * @return the open checkout, or why not
     */
    Answer<Opened> openCheckout(Checkout checkout);

    /**
     * Closes a checkout that is open, so that nobody can pay it any more. One that is not is left alone.
     *
     * @param session which
     */
    void closeCheckout(String session);

    /**
     * Opens the pages where a team looks after its cards, invoices and subscription.
     *
     * @param customer the provider's id of the team
     * @param back where a link leads back to
     * @return their address, which is as secret as that of a checkout; or why not
     */
    Answer<URI> openPortal(String customer, URI back);

    /**
     * Puts a subscription on another plan: at once, with the difference billed now, or from the next period on.
     *
     * @param subscription which
     * @param plan the key of the plan
     * @param atOnce whether at once
     * @param key names the wish
     * @return the subscription afterwards; declined when the difference could not be collected, and then nothing is changed
     */
    Answer<ProviderSubscription> changePlan(ProviderSubscription subscription, String plan, boolean atOnce, String key);

    /**
     * Lets a subscription end with its period, or go on after all.
     *
     * @param subscription which
     * @param ends whether it ends
     * @param key names the wish
     * @return the subscription afterwards, or why not
     */
    Answer<ProviderSubscription> endAtPeriodEnd(String subscription, boolean ends, String key);

    /**
     * Ends a subscription now. One that has ended is left alone.
     *
     * @param subscription which
     */
    void endNow(String subscription);

    /**
     * Pays money back.
     *
     * @param intent of which payment
     * @param amount how much
     * @param key names the wish
     * @return the payment afterwards, or why not
     */
    Answer<ProviderPayment> refund(String intent, Money amount, String key);

    /**
     * Makes a coupon.
     *
     * @param coupon what it is to be
     * @return the coupon, or why not
     */
    Answer<Coupon> createCoupon(NewCoupon coupon);

    /**
     * Ends a coupon.
     *
     * @param promotion the provider's id of its code
     * @return the coupon afterwards; empty when there is none
     */
    Optional<Coupon> endCoupon(String promotion);

    /**
     * Looks at a checkout.
     *
     * @param id the provider's id
     * @return how it is now; empty when there is none
     */
    Optional<ProviderSession> findSession(String id);

    /**
     * Looks at a subscription.
     *
     * @param id the provider's id
     * @return how it is now; empty when there is none
     */
    Optional<ProviderSubscription> findSubscription(String id);

    /**
     * Looks at an invoice.
     *
     * @param id the provider's id
     * @return how it is now; empty when there is none
     */
    Optional<ProviderInvoice> findInvoice(String id);

    /**
     * Looks at a payment, its refunds and its disputes.
     *
     * @param intent the provider's id
     * @return how it is now; empty when there is none
     */
    Optional<ProviderPayment> findPayment(String intent);

    /**
     * Looks at a coupon.
     *
     * @param promotion the provider's id of its code
     * @return how it is now; empty when there is none, or its code is none of ours
     */
    Optional<Coupon> findCoupon(String promotion);

    /**
     * Looks for a coupon by what people type.
     *
     * @param code the code
     * @return the active one with this code, else the newest; empty when there is none
     */
    Optional<Coupon> findCouponByCode(String code);

    /**
     * Looks at something that was told.
     *
     * @param notice the provider's id
     * @return what was told, read anew; empty when it is too old to be had
     */
    Optional<Notice> findNotice(String notice);

    /**
     * What could not be delivered to us.
     *
     * @param since from when on it happened
     * @return of the kinds that matter to us, the oldest first
     */
    List<Notice> listUndelivered(Instant since);

    /**
     * Checkouts that somebody completed.
     *
     * @param since from when on they were opened
     * @return how they are now, the oldest first
     */
    List<ProviderSession> listCompleted(Instant since);

    /**
     * Invoices, drafts excepted.
     *
     * @param since from when on they were made
     * @return how they are now, the oldest first
     */
    List<ProviderInvoice> listInvoices(Instant since);

    /**
     * Payments of which something went back.
     *
     * @param since from when on a refund or a dispute was made
     * @return their ids
     */
    Set<String> listRefunded(Instant since);
}
