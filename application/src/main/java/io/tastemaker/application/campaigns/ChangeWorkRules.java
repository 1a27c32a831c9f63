package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.WorkRulebooks;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Right;
import io.tastemaker.domain.campaigns.WorkRules;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Subject;

/** Changes what holds for the work of a campaign. */
public final class ChangeWorkRules {

    private final Transactions transactions;
    private final WorkGate gate;
    private final WorkRulebooks rulebooks;

    ChangeWorkRules(Transactions transactions, WorkGate gate, WorkRulebooks rulebooks) {
        this.transactions = transactions;
        this.gate = gate;
        this.rulebooks = rulebooks;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param expectedVersion the version the actor saw
     * @param selfApproval whether who handed work in may approve it, too
     */
    public record Command(Actor actor, CampaignId campaign, long expectedVersion, boolean selfApproval) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * They are changed.
         *
         * @param rules the next version
         */
        record Changed(WorkRules rules) implements Outcome {}

        /**
         * The campaign is closed for work.
         *
         * @param status where it stands
         */
        record Closed(Campaign.Status status) implements Outcome {}
    }

    /**
     * Changes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        return transactions.inTransaction(actor, "campaign.work_rules.change", () -> switch (gate.enter(actor, command.campaign(), Right.APPROVE)) {
            case WorkGate.Entry.Closed(Campaign.Status status) -> new Outcome.Closed(status);
            case WorkGate.Entry.Open open -> new Outcome.Changed(change(command));
        });
    }

    private WorkRules change(Command command) {
        WorkRules rules = rulebooks.find(command.campaign()).orElseGet(() -> WorkRules.of(command.campaign()));
        WorkRules changed = rules.changed(command.selfApproval());
        if (rules.version() != command.expectedVersion() || !rulebooks.replace(changed)) {
            throw new Refusal.StaleVersion(rules.version());
        }
        transactions.about(Subject.of("campaign", command.campaign()), rules.traits().changesTo(changed.traits()));
        return changed;
    }
}
