package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.ProposalTemplates;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.ProposalTemplate;
import io.tastemaker.domain.shared.ProposalTemplateId;
import io.tastemaker.domain.shared.Subject;
import java.util.OptionalLong;

/** Deletes a template for proposals; proposals that were made from it stay. */
public final class DeleteProposalTemplate {

    private final Transactions transactions;
    private final ProposalTemplates templates;
    private final ProposalDoor door;

    DeleteProposalTemplate(Transactions transactions, ProposalTemplates templates, ProposalDoor door) {
        this.transactions = transactions;
        this.templates = templates;
        this.door = door;
    }

    /**
     * What is wanted.
     *
     * @param actor who deletes
     * @param template which template
     * @param expectedVersion the version the actor saw, empty for any
     */
    public record Command(Actor actor, ProposalTemplateId template, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is gone. */
        record Deleted() implements Outcome {}
    }

    /**
     * Deletes it.
     *
     * @param command what is wanted
     * @return that it is gone
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     * @throws Refusal.NotFound when the team has no such template
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.WRITE_PROPOSALS);
        return transactions.inTransaction(command.actor(), "proposal_template.delete", () -> {
            door.require();
            ProposalTemplate current = templates.find(command.template()).orElseThrow(Refusal.NotFound::new);
            if (command.expectedVersion().orElse(current.version()) != current.version() || !templates.remove(current)) {
                throw new Refusal.StaleVersion(current.version());
            }
            transactions.about(Subject.of("proposal_template", current.id()), current.terms().traits().withheld("name", current.name()).gone());
            return new Outcome.Deleted();
        });
    }
}
