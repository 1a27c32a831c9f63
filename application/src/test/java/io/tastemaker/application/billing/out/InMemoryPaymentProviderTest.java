package io.tastemaker.application.billing.out;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.ProviderSubscription;
import io.tastemaker.domain.shared.Money;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InMemoryPaymentProviderTest extends PaymentProviderContract {

    private final HandClock clock = new HandClock();
    private final InMemoryPaymentProvider provider = new InMemoryPaymentProvider(clock, PLANS);
    private final Set<Notice> delivered = new HashSet<>();

    @Test
    void who_is_missing_is_not_configured() {
        provider.goMissing();
        assertThatThrownBy(provider::requireConfigured).isInstanceOf(Refusal.NotConfigured.class);
        assertThatThrownBy(() -> provider.findCoupon("promo_1")).isInstanceOf(Refusal.NotConfigured.class);
    }

    @Override
    protected PaymentProvider provider() {
        return provider;
    }

    @Override
    protected InstantSource clock() {
        return clock;
    }

    @Override
    protected void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    protected void pay(String session) {
        provider.pay(session);
    }

    @Override
    protected void payLater(String session) {
        provider.payLater(session);
    }

    @Override
    protected void settle(String session, boolean arrives) {
        if (arrives) {
            provider.arrive(session);
        } else {
            provider.fail(session);
        }
    }

    @Override
    protected void spoilCard(String customer) {
        provider.card(customer, false);
    }

    @Override
    protected void endPeriod(ProviderSubscription subscription) {
        clock.advance(Duration.between(clock.instant(), subscription.periodEnd()));
        provider.renew(subscription.id());
    }

    @Override
    protected void cancelNow(String subscription) {
        provider.cancelNow(subscription);
    }

    @Override
    protected void payBack(String intent, Money amount) {
        provider.refund(intent, amount);
    }

    @Override
    protected void dispute(String intent, Money amount) {
        provider.dispute(intent, amount);
    }

    @Override
    protected void decide(String intent, boolean won) {
        provider.closeDispute(intent, won);
    }

    @Override
    protected void loseNotices() {
        provider.notices().stream().filter(delivered::add).forEach(provider::lose);
    }

    @Override
    protected void deliverNotices() {
        delivered.addAll(provider.notices());
    }

    @Override
    protected void goDown() {
        provider.goDown();
    }
}
