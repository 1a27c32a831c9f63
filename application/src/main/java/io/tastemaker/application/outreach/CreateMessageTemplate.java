package io.tastemaker.application.outreach;

import io.tastemaker.application.outreach.out.MessageTemplates;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.outreach.MessageTemplate;
import io.tastemaker.domain.outreach.Wording;
import io.tastemaker.domain.shared.MessageTemplateId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;

/** Keeps a text that a team invites with. */
public final class CreateMessageTemplate {

    private final Transactions transactions;
    private final MessageTemplates templates;
    private final Ids ids;
    private final InstantSource clock;

    CreateMessageTemplate(Transactions transactions, MessageTemplates templates, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.templates = templates;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who keeps it
     * @param name 1 to {@link MessageTemplate#MOST_NAME} characters
     * @param wording what is written
     */
    public record Command(Actor actor, String name, Wording wording) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is kept.
         *
         * @param template the template
         */
        record Created(MessageTemplate template) implements Outcome {}
    }

    /**
     * Keeps it.
     *
     * @param command what is wanted
     * @return the template
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        MessageTemplate made = MessageTemplate.begin(new MessageTemplateId(ids.next()), actor.team(), command.name(), command.wording(),
                actor.label(), clock.instant());
        return transactions.inTransaction(actor, "message_template.create", () -> {
            templates.add(made);
            transactions.about(Subject.of("message_template", made.id()), made.traits().made());
            return new Outcome.Created(made);
        });
    }
}
