package io.tastemaker.application.lists;

import io.tastemaker.application.lists.out.ListTemplates;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.lists.ListTemplate;
import io.tastemaker.domain.shared.ListTemplateId;
import io.tastemaker.domain.shared.Subject;
import java.util.OptionalLong;

/** Deletes a template for lists; lists that were made from it stay. */
public final class DeleteListTemplate {

    private final Transactions transactions;
    private final ListTemplates templates;

    DeleteListTemplate(Transactions transactions, ListTemplates templates) {
        this.transactions = transactions;
        this.templates = templates;
    }

    /**
     * What is wanted.
     *
     * @param actor who deletes
     * @param template which template
     * @param expectedVersion the version the actor saw, empty for any
     */
    public record Command(Actor actor, ListTemplateId template, OptionalLong expectedVersion) {}

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
     * @throws Refusal.NotFound when the team has no such template
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.WRITE_LISTS);
        return transactions.inTransaction(command.actor(), "list_template.delete", () -> {
            ListTemplate current = templates.find(command.template()).orElseThrow(Refusal.NotFound::new);
            if (command.expectedVersion().orElse(current.version()) != current.version() || !templates.remove(current)) {
                throw new Refusal.StaleVersion(current.version());
            }
            transactions.about(Subject.of("list_template", current.id()), current.traits().gone());
            return new Outcome.Deleted();
        });
    }
}
