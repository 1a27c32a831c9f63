package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.ProposalTemplates;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.ProposalTemplate;
import io.tastemaker.domain.proposals.Terms;
import io.tastemaker.domain.shared.ProposalTemplateId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;

/** Replaces all that a template for proposals says; proposals that were made from it stay as they are. */
public final class ReplaceProposalTemplate {

    private final Transactions transactions;
    private final ProposalTemplates templates;
    private final ProposalDoor door;
    private final InstantSource clock;

    ReplaceProposalTemplate(Transactions transactions, ProposalTemplates templates, ProposalDoor door, InstantSource clock) {
        this.transactions = transactions;
        this.templates = templates;
        this.door = door;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who changes it
     * @param template which template
     * @param expectedVersion the version the actor saw
     * @param name 1 to 200 characters
     * @param terms what a proposal made from it offers at first
     */
    public record Command(Actor actor, ProposalTemplateId template, long expectedVersion, String name, Terms terms) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is replaced.
         *
         * @param template the new version
         */
        record Replaced(ProposalTemplate template) implements Outcome {}
    }

    /**
     * Replaces it.
     *
     * @param command what is wanted
     * @return the new version
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     * @throws Refusal.NotFound when the team has no such template
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.WRITE_PROPOSALS);
        return transactions.inTransaction(command.actor(), "proposal_template.change", () -> {
            door.require();
            ProposalTemplate current = templates.find(command.template()).orElseThrow(Refusal.NotFound::new);
            ProposalTemplate changed = current.changed(command.name(), command.terms(), clock.instant());
            if (command.expectedVersion() != current.version() || !templates.replace(changed)) {
                throw new Refusal.StaleVersion(current.version());
            }
            transactions.about(Subject.of("proposal_template", current.id()), current.terms().traits().withheld("name", current.name())
                    .changesTo(changed.terms().traits().withheld("name", changed.name())));
            return new Outcome.Replaced(changed);
        });
    }
}
