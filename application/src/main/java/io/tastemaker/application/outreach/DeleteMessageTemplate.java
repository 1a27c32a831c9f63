package io.tastemaker.application.outreach;

import io.tastemaker.application.outreach.out.MessageTemplates;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.outreach.MessageTemplate;
import io.tastemaker.domain.shared.MessageTemplateId;
import io.tastemaker.domain.shared.Subject;
import java.util.OptionalLong;

/** Deletes a text that a team invited with. Invitations that were sent keep the words they were sent with. */
public final class DeleteMessageTemplate {

    private final Transactions transactions;
    private final MessageTemplates templates;

    DeleteMessageTemplate(Transactions transactions, MessageTemplates templates) {
        this.transactions = transactions;
        this.templates = templates;
    }

    /**
     * What is wanted.
     *
     * @param actor who deletes it
     * @param template which
     * @param expectedVersion the version the actor saw, empty for any
     */
    public record Command(Actor actor, MessageTemplateId template, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is gone. */
        record Deleted() implements Outcome {}

        /** It came with the program, and stays. */
        record Shipped() implements Outcome {}
    }

    /**
     * Deletes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team can use no such template
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        return transactions.inTransaction(actor, "message_template.delete", () -> {
            MessageTemplate current = templates.find(command.template()).orElseThrow(Refusal.NotFound::new);
            if (current.isShipped()) {
                transactions.refused(Subject.of("message_template", current.id()));
                return new Outcome.Shipped();
            }
            if (command.expectedVersion().orElse(current.version()) != current.version() || !templates.remove(current)) {
                throw new Refusal.StaleVersion(current.version());
            }
            transactions.about(Subject.of("message_template", current.id()), current.traits().gone());
            return new Outcome.Deleted();
        });
    }
}
