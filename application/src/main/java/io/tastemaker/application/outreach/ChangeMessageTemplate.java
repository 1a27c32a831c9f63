package io.tastemaker.application.outreach;

import io.tastemaker.application.outreach.out.MessageTemplates;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.outreach.MessageTemplate;
import io.tastemaker.domain.outreach.Wording;
import io.tastemaker.domain.shared.MessageTemplateId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;

/** Changes a text that a team invites with. Invitations that were sent keep the words they were sent with. */
public final class ChangeMessageTemplate {

    private final Transactions transactions;
    private final MessageTemplates templates;
    private final InstantSource clock;

    ChangeMessageTemplate(Transactions transactions, MessageTemplates templates, InstantSource clock) {
        this.transactions = transactions;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who changes it
     * @param template which
     * @param expectedVersion the version the actor saw
     * @param name 1 to {@link MessageTemplate#MOST_NAME} characters
     * @param wording what is written from now on
     */
    public record Command(Actor actor, MessageTemplateId template, long expectedVersion, String name, Wording wording) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is changed.
         *
         * @param template the new version
         */
        record Changed(MessageTemplate template) implements Outcome {}

        /** It came with the program, and nobody changes it. */
        record Shipped() implements Outcome {}
    }

    /**
     * Changes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team can use no such template
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        return transactions.inTransaction(actor, "message_template.change", () -> {
            MessageTemplate current = templates.find(command.template()).orElseThrow(Refusal.NotFound::new);
            if (current.isShipped()) {
                transactions.refused(Subject.of("message_template", current.id()));
                return new Outcome.Shipped();
            }
            MessageTemplate changed = current.changed(command.name(), command.wording(), clock.instant());
            if (current.version() != command.expectedVersion() || !templates.replace(changed)) {
                throw new Refusal.StaleVersion(current.version());
            }
            transactions.about(Subject.of("message_template", changed.id()), current.traits().changesTo(changed.traits()));
            return new Outcome.Changed(changed);
        });
    }
}
