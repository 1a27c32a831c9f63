package io.tastemaker.application.measurement;

import io.tastemaker.application.measurement.out.PromoCodes;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.measurement.PromoCode;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PromoCodeId;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/** Makes a promo code of a campaign known. */
public final class CreatePromoCode {

    private final Transactions transactions;
    private final PromoCodes codes;
    private final Roster roster;
    private final Ids ids;
    private final InstantSource clock;

    CreatePromoCode(Transactions transactions, PromoCodes codes, Roster roster, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.codes = codes;
        this.roster = roster;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who acts
     * @param campaign of which campaign
     * @param code 3 to 40 letters, digits, hyphens and underscores, in any case
     * @param creator who spreads it, empty for all
     * @param discount what it gives, at most 200 characters
     * @param validFrom its first day
     * @param validTo its last day, not before the first
     */
    public record Command(Actor actor, CampaignId campaign, String code, Optional<CreatorId> creator, String discount,
            Optional<LocalDate> validFrom, Optional<LocalDate> validTo) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is known.
         *
         * @param code the code
         */
        record Created(PromoCode code) implements Outcome {}

        /** The team has this code already, here or in another campaign. */
        record Taken() implements Outcome {}

        /** The creator is not on the shortlist. */
        record NotListed() implements Outcome {}

        /** The campaign has {@link PromoCode#MOST} codes. */
        record TooMany() implements Outcome {}

        /**
         * The campaign takes nothing in any more.
         *
         * @param status where it stands
         */
        record Closed(Campaign.Status status) implements Outcome {}
    }

    /**
     * Makes it known.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        Optional<Campaign.Status> closed = roster.closed(actor.team(), command.campaign());
        boolean isListed = roster.isListed(actor.team(), command.campaign(), command.creator());
        Instant now = clock.instant();
        PromoCode code = new PromoCode(new PromoCodeId(ids.next()), command.campaign(), PromoCode.normal(command.code()), command.creator(),
                command.discount(), command.validFrom(), command.validTo(), actor.label(), now, Optional.empty());
        return transactions.inTransaction(actor, "campaign.create_promo_code", () -> {
            if (closed.isPresent()) {
                transactions.refused(Subject.of("campaign", command.campaign()));
                return new Outcome.Closed(closed.get());
            }
            Subject subject = Subject.of("campaign", command.campaign());
            transactions.refused(subject);
            if (!isListed) {
                return new Outcome.NotListed();
            }
            if (codes.count(command.campaign()) >= PromoCode.MOST) {
                return new Outcome.TooMany();
            }
            if (!codes.add(code)) {
                return new Outcome.Taken();
            }
            transactions.about(subject, code.traits().made());
            return new Outcome.Created(code);
        });
    }
}
