package io.tastemaker.adapters.billing.billing;

import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.ProviderInvoice;
import io.tastemaker.domain.billing.ProviderPayment;
import io.tastemaker.domain.billing.ProviderSession;
import io.tastemaker.domain.billing.ProviderSubscription;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.TeamId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stands in where nobody gave a key: everything is refused. */
public final class UnconfiguredPayments implements PaymentProvider {

    private static Refusal missing() {
        return new Refusal.NotConfigured("billing");
    }

    @Override
    public void requireConfigured() {
        throw missing();
    }

    @Override
    public Optional<Money> priceOf(String plan) {
        throw missing();
    }

    @Override
    public String keepCustomer(TeamId team, Optional<String> known, Optional<String> email, String name) {
        throw missing();
    }

    @Override
    public Answer<Opened> openCheckout(Checkout checkout) {
        throw missing();
    }

    @Override
    public void closeCheckout(String session) {
        throw missing();
    }

    @Override
    public Answer<URI> openPortal(String customer, URI back) {
        throw missing();
    }

    @Override
    public Answer<ProviderSubscription> changePlan(ProviderSubscription subscription, String plan, boolean atOnce, String key) {
        throw missing();
    }

    @Override
    public Answer<ProviderSubscription> endAtPeriodEnd(String subscription, boolean ends, String key) {
        throw missing();
    }

    @Override
    public void endNow(String subscription) {
        throw missing();
    }

    @Override
    public Answer<ProviderPayment> refund(String intent, Money amount, String key) {
        throw missing();
    }

    @Override
    public Answer<Coupon> createCoupon(NewCoupon coupon) {
        throw missing();
    }

    @Override
    public Optional<Coupon> endCoupon(String promotion) {
        throw missing();
    }

    @Override
    public Optional<ProviderSession> findSession(String id) {
        throw missing();
    }

    @Override
    public Optional<ProviderSubscription> findSubscription(String id) {
        throw missing();
    }

    @Override
    public Optional<ProviderInvoice> findInvoice(String id) {
        throw missing();
    }

    @Override
    public Optional<ProviderPayment> findPayment(String intent) {
        throw missing();
    }

    @Override
    public Optional<Coupon> findCoupon(String promotion) {
        throw missing();
    }

    @Override
    public Optional<Coupon> findCouponByCode(String code) {
        throw missing();
    }

    @Override
    public Optional<Notice> findNotice(String notice) {
        throw missing();
    }

    @Override
    public List<Notice> listUndelivered(Instant since) {
        throw missing();
    }

    @Override
    public List<ProviderSession> listCompleted(Instant since) {
        throw missing();
    }

    @Override
    public List<ProviderInvoice> listInvoices(Instant since) {
        throw missing();
    }

    @Override
    public Set<String> listRefunded(Instant since) {
        throw missing();
    }
}
