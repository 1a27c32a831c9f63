package io.tastemaker.application.measurement;

import io.tastemaker.application.measurement.out.PromoCodes;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.measurement.PromoCode;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.PromoCodeId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;

/** Archives a promo code: later orders cannot have used it, and those that did go on counting. Doing it twice changes nothing. */
public final class ArchivePromoCode {

    private final Transactions transactions;
    private final PromoCodes codes;
    private final InstantSource clock;

    ArchivePromoCode(Transactions transactions, PromoCodes codes, InstantSource clock) {
        this.transactions = transactions;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who acts
     * @param campaign of which campaign
     * @param code which code
     */
    public record Command(Actor actor, CampaignId campaign, PromoCodeId code) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is archived. */
        record Archived() implements Outcome {}
    }

    /**
     * Archives it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when no campaign of the team has such a code
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        return transactions.inTransaction(actor, "campaign.archive_promo_code", () -> {
            PromoCode code = codes.find(command.campaign(), command.code()).orElseThrow(Refusal.NotFound::new);
            PromoCode archived = code.archived(clock.instant());
            if (!archived.equals(code)) {
                codes.archive(archived);
            }
            transactions.about(Subject.of("campaign", command.campaign()), code.traits().changesTo(archived.traits()));
            return new Outcome.Archived();
        });
    }
}
