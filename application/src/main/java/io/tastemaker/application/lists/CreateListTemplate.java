package io.tastemaker.application.lists;

import io.tastemaker.application.lists.out.ListTemplates;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.lists.ListForm;
import io.tastemaker.domain.lists.ListTemplate;
import io.tastemaker.domain.shared.ListTemplateId;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;

/** Makes a template for lists. */
public final class CreateListTemplate {

    private final Transactions transactions;
    private final ListTemplates templates;
    private final Ids ids;
    private final InstantSource clock;

    CreateListTemplate(Transactions transactions, ListTemplates templates, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.templates = templates;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who makes it
     * @param name 1 to 200 characters
     * @param description at most 2,000 characters
     * @param form what a list made from it has
     */
    public record Command(Actor actor, String name, String description, ListForm form) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It exists.
         *
         * @param template version 1
         */
        record Created(ListTemplate template) implements Outcome {}

        /** The team has {@link ListTemplate#MOST_OF_A_TEAM} templates. */
        record TooMany() implements Outcome {}
    }

    /**
     * Makes it.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_LISTS);
        return transactions.inTransaction(actor, "list_template.create", () -> {
            if (templates.count() >= ListTemplate.MOST_OF_A_TEAM) {
                return new Outcome.TooMany();
            }
            Instant now = clock.instant();
            ListTemplate template = new ListTemplate(new ListTemplateId(ids.next()), actor.team(), 1, command.name(), command.description(),
                    command.form(), actor.label(), now, now);
            templates.add(template);
            transactions.about(Subject.of("list_template", template.id()), template.traits().made());
            return new Outcome.Created(template);
        });
    }
}
