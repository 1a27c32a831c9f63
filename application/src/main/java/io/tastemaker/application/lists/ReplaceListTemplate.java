package io.tastemaker.application.lists;

import io.tastemaker.application.lists.out.ListTemplates;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.lists.ListForm;
import io.tastemaker.domain.lists.ListTemplate;
import io.tastemaker.domain.shared.ListTemplateId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;

/** Replaces all that a template for lists says; lists that were made from it stay as they are. */
public final class ReplaceListTemplate {

    private final Transactions transactions;
    private final ListTemplates templates;
    private final InstantSource clock;

    ReplaceListTemplate(Transactions transactions, ListTemplates templates, InstantSource clock) {
        this.transactions = transactions;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who changes it
     * @param template which template
     * @param expectedVersion the version the actor saw
     * @param name 1 to 200 characters
     * @param description at most 2,000 characters
     * @param form what a list made from it has
     */
    public record Command(Actor actor, ListTemplateId template, long expectedVersion, String name, String description, ListForm form) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is replaced.
         *
         * @param template the new version
         */
        record Replaced(ListTemplate template) implements Outcome {}
    }

    /**
     * Replaces it.
     *
     * @param command what is wanted
     * @return the new version
     * @throws Refusal.NotFound when the team has no such template
     * @throws Refusal.StaleVersion when the version is not the expected one
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.WRITE_LISTS);
        return transactions.inTransaction(command.actor(), "list_template.change", () -> {
            ListTemplate current = templates.find(command.template()).orElseThrow(Refusal.NotFound::new);
            ListTemplate changed = current.changed(command.name(), command.description(), command.form(), clock.instant());
            if (command.expectedVersion() != current.version() || !templates.replace(changed)) {
                throw new Refusal.StaleVersion(current.version());
            }
            transactions.about(Subject.of("list_template", current.id()), current.traits().changesTo(changed.traits()));
            return new Outcome.Replaced(changed);
        });
    }
}
