package io.tastemaker.application.lists;

import io.tastemaker.application.lists.out.ListTemplates;
import io.tastemaker.application.lists.out.TeamLists;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.CheckFeature;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.lists.ListForm;
import io.tastemaker.domain.lists.ListItem;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.lists.ListTemplate;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.ListTemplateId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a list, when the plan of the team opens lists: empty, from a template, of given creators or of the best of a ranking. */
public final class CreateList {

    private final Transactions transactions;
    private final TeamLists lists;
    private final ListTemplates templates;
    private final Filling filling;
    private final Choosing choosing;
    private final CheckFeature checkFeature;
    private final Ids ids;
    private final InstantSource clock;

    CreateList(Transactions transactions, TeamLists lists, ListTemplates templates, Filling filling, Choosing choosing, CheckFeature checkFeature,
            Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.lists = lists;
        this.templates = templates;
        this.filling = filling;
        this.choosing = choosing;
        this.checkFeature = checkFeature;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who makes it
     * @param wish what it is called and who sees it
     * @param choice who is on it at first
     */
    public record Command(Actor actor, Wish wish, Choice choice) {}

    /**
     * What is said of the list; what is not said is taken from the template, where there is one.
     *
     * @param name 1 to 200 characters
     * @param visibility who sees it
     * @param template what it begins as
     * @param description at most 2,000 characters
     * @param columns as in {@link ListForm}
     * @param defaultNote as in {@link ListForm}
     * @param criteria as in {@link ListForm}
     */
    public record Wish(
            String name,
            TeamList.Visibility visibility,
            Optional<ListTemplateId> template,
            Optional<String> description,
            Optional<List<String>> columns,
            Optional<String> defaultNote,
            Optional<String> criteria) {

        TeamList.Look over(String templateDescription, ListForm form) {
            return new TeamList.Look(name, description.orElse(templateDescription), visibility,
                    new ListForm(columns.orElse(form.columns()), defaultNote.orElse(form.defaultNote()), criteria.orElse(form.criteria())));
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The list exists, with all the creators on it.
         *
         * @param list version 1
         */
        record Created(ShownList list) implements Outcome {}

        /**
         * The plan has no lists.
         *
         * @param sufficient the cheapest plan that has
         */
        record PlanRequired(Optional<Plan> sufficient) implements Outcome {}

        /** The team has no such template. */
        record UnknownTemplate() implements Outcome {}

        /**
         * Not all creators could be put on it, so there is none.
         *
         * @param why what stood against it
         */
        record NotFilled(Choice.Declined why) implements Outcome {}

        /** The team has {@link TeamList#MOST_OF_A_TEAM} lists. */
        record TooMany() implements Outcome {}
    }

    /**
     * Makes the list.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_LISTS);
        if (checkFeature.handle(new CheckFeature.Query(actor, Permission.WRITE_LISTS, Feature.LISTS))
                instanceof CheckFeature.Outcome.PlanRequired(Optional<Plan> sufficient)) {
            return new Outcome.PlanRequired(sufficient);
        }
        return switch (choosing.find(actor, command.choice())) {
            case Choosing.Found.Not(Choice.Declined why) -> new Outcome.NotFilled(why);
            case Choosing.Found.All all -> transactions.inTransaction(actor, "list.create", () -> create(command, all));
        };
    }

    private Outcome create(Command command, Choosing.Found.All chosen) {
        Actor actor = command.actor();
        if (lists.count() >= TeamList.MOST_OF_A_TEAM) {
            return new Outcome.TooMany();
        }
        Optional<ListTemplate> template = command.wish().template().flatMap(templates::find);
        if (command.wish().template().isPresent() && template.isEmpty()) {
            return new Outcome.UnknownTemplate();
        }
        TeamList.Look look = command.wish().over(template.map(ListTemplate::description).orElse(""), template.map(ListTemplate::form).orElse(ListForm.PLAIN));
        TeamList list = TeamList.begin(new ListId(ids.next()), actor.team(), look, actor.label(), clock.instant());
        lists.add(list);
        List<ListItem> items = filling.fill(actor, list, chosen, Optional.empty()).added();
        List<Change> changes = new ArrayList<>(list.traits().made());
        items.forEach(item -> changes.addAll(item.traits().made()));
        transactions.about(Subject.of("list", list.id()), changes);
        return new Outcome.Created(new ShownList(list, ListRight.of(actor, list, Optional.empty()), items.size()));
    }
}
