package io.tastemaker.application.proposals;

import io.tastemaker.application.proposals.out.ProposalTemplates;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.proposals.ProposalTemplate;
import io.tastemaker.domain.proposals.Terms;
import io.tastemaker.domain.shared.ProposalTemplateId;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;

/** Makes a template for proposals. */
public final class CreateProposalTemplate {

    private final Transactions transactions;
    private final ProposalTemplates templates;
    private final ProposalDoor door;
    private final Ids ids;
    private final InstantSource clock;

    CreateProposalTemplate(Transactions transactions, ProposalTemplates templates, ProposalDoor door, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.templates = templates;
        this.door = door;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who makes it
     * @param name 1 to 200 characters
     * @param terms what a proposal made from it offers at first
     */
    public record Command(Actor actor, String name, Terms terms) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It exists.
         *
         * @param template version 1
         */
        record Created(ProposalTemplate template) implements Outcome {}

        /** The team has {@link ProposalTemplate#MOST_OF_A_TEAM} templates. */
        record TooMany() implements Outcome {}
    }

    /**
     * Makes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.ProposalsLocked when proposals are not open to the team
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_PROPOSALS);
        return transactions.inTransaction(actor, "proposal_template.create", () -> {
            door.require();
            if (templates.count() >= ProposalTemplate.MOST_OF_A_TEAM) {
                return new Outcome.TooMany();
            }
            Instant now = clock.instant();
            ProposalTemplate template = new ProposalTemplate(new ProposalTemplateId(ids.next()), actor.team(), 1, command.name(), command.terms(),
                    actor.label(), now, now);
            templates.add(template);
            transactions.about(Subject.of("proposal_template", template.id()), template.terms().traits().withheld("name", template.name()).made());
            return new Outcome.Created(template);
        });
    }
}
