package io.tastemaker.application.billing;

import io.tastemaker.application.identity.FindOwner;
import io.tastemaker.application.shared.Letter;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.domain.billing.Account;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.billing.Subscription;
import io.tastemaker.domain.billing.SubscriptionStatus;
import io.tastemaker.domain.shared.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What owners are told of their payments. A letter belongs to a change of the account, so it is written once however often that is heard of. */
final class BillingLetters {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm '('VV')'", Locale.ENGLISH);

    private final PublicUrl publicUrl;

    BillingLetters(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** What a change gives reason to write, to an owner if there is one. */
    List<Letter> about(Account before, Account after, FindOwner.Outcome owner, Instant now) {
        return owner instanceof FindOwner.Outcome.Owned owned ? about(before, after, owned, now) : List.of();
    }

    private List<Letter> about(Account before, Account after, FindOwner.Outcome.Owned owner, Instant now) {
        List<Letter> letters = new ArrayList<>();
        for (Payment payment : after.payments()) {
            int known = before.payments().stream().filter(one -> one.id().equals(payment.id())).mapToInt(one -> failures(before, one)).findFirst()
                    .orElse(0);
            if (failures(after, payment) > known) {
                letters.add(paymentFailed(owner, payment.total(), graceEnd(after, payment).filter(now::isBefore)));
            }
        }
        for (Subscription subscription : after.subscriptions()) {
            boolean known = before.subscriptions().stream().anyMatch(one -> one.id().equals(subscription.id()) && one.trialEndTold());
            if (subscription.trialEndTold() && !known) {
                subscription.trialEnd().ifPresent(end -> letters.add(trialEnds(owner, end)));
            }
        }
        if (before.entitled().isPresent() && after.entitled().isEmpty()) {
            letters.add(planEnded(owner));
        }
        return letters;
    }

    /** How often a payment failed. A bank may take days over one; as long as the subscription is not late, it did not fail. */
    private static int failures(Account account, Payment payment) {
        boolean isLate = account.subscriptions().stream()
                .filter(one -> payment.subscription().equals(Optional.of(one.id())))
                .anyMatch(one -> one.status() == SubscriptionStatus.PAST_DUE || one.status() == SubscriptionStatus.UNPAID);
        return isLate && payment.status() == Payment.Status.OPEN ? payment.attempts() : 0;
    }

    private static Optional<Instant> graceEnd(Account account, Payment payment) {
        return account.subscriptions().stream()
                .filter(one -> payment.subscription().equals(Optional.of(one.id())))
                .flatMap(one -> one.entitlesUntil().stream()).findFirst();
    }

    private Letter paymentFailed(FindOwner.Outcome.Owned owner, Money amount, Optional<Instant> graceEnd) {
        return letter(owner, "A payment for the team " + line(owner.team()) + " failed", """
                We could not collect %s for the team %s. We will try again.

                %s
                To pay with another card, open the billing page: %s
                """, amount, line(owner.team()), graceEnd.map(end -> "The plan goes on until " + time(end, owner.zone()) + ".\n")
                .orElse("Until it is paid the plan does not count.\n"), publicUrl.origin());
    }

    private Letter trialEnds(FindOwner.Outcome.Owned owner, Instant end) {
        return letter(owner, "The trial of the team " + line(owner.team()) + " ends soon", """
                The trial of the team %s ends on %s. Then the first month is charged.

                If you do not want to go on, cancel until then: %s
                """, line(owner.team()), time(end, owner.zone()), publicUrl.origin());
    }

    private Letter planEnded(FindOwner.Outcome.Owned owner) {
        return letter(owner, "The plan of the team " + line(owner.team()) + " has ended", """
                The team %s has no paid plan any more. What you found and wrote down stays, and so do credits that you bought.

                To go on, choose a plan: %s
                """, line(owner.team()), publicUrl.origin());
    }

    private static Letter letter(FindOwner.Outcome.Owned owner, String subject, String text, Object... parts) {
        return new Letter(owner.email().value(), subject, String.format(Locale.ROOT, text, parts));
    }

    private static String time(Instant at, ZoneId zone) {
        return DAY_AND_TIME.format(at.atZone(zone));
    }

    private static String line(String name) {
        return name.replaceAll("\\p{Cntrl}", " ");
    }
}
