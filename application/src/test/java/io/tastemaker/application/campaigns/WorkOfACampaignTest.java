package io.tastemaker.application.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.campaigns.out.CampaignFixtures;
import io.tastemaker.application.campaigns.out.InMemoryBudgets;
import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.campaigns.out.InMemoryCollaborators;
import io.tastemaker.application.campaigns.out.InMemoryComments;
import io.tastemaker.application.campaigns.out.InMemoryDeliverables;
import io.tastemaker.application.campaigns.out.InMemoryMilestones;
import io.tastemaker.application.campaigns.out.InMemoryShortlists;
import io.tastemaker.application.campaigns.out.InMemoryWorkRulebooks;
import io.tastemaker.application.identity.MemberNames;
import io.tastemaker.application.operations.AuditUseCases;
import io.tastemaker.application.operations.out.InMemoryAuditLog;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryEvents;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.ActivityPhrases;
import io.tastemaker.domain.campaigns.BudgetEntry;
import io.tastemaker.domain.campaigns.BudgetLine;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.CampaignStep;
import io.tastemaker.domain.campaigns.Collaborator;
import io.tastemaker.domain.campaigns.Deliverable;
import io.tastemaker.domain.campaigns.Deliverable.Move;
import io.tastemaker.domain.campaigns.ProofLink;
import io.tastemaker.domain.campaigns.Right;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkOfACampaignTest {

    private static final ProofLink PROOF = new ProofLink("https://example.com/reel/1");
    private static final LocalDate DUE = LocalDate.of(2026, 10, 1);
    private static final UserId BEN = ((Actor.User) Actors.BEN).id();

    private final HandClock clock = new HandClock();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryIds ids = new InMemoryIds();
    private final InMemoryEvents events = new InMemoryEvents(transactions);
    private final InMemoryCampaigns campaigns = new InMemoryCampaigns(transactions);
    private final InMemoryShortlists shortlists = new InMemoryShortlists(transactions, campaigns);
    private final InMemoryDeliverables deliverables = new InMemoryDeliverables(transactions, campaigns, shortlists);
    private final InMemoryCollaborators collaborators = new InMemoryCollaborators(transactions, campaigns);
    private final WorkUseCases work = new WorkUseCases(transactions,
            new WorkUseCases.Rows(campaigns, shortlists, deliverables, new InMemoryMilestones(transactions, campaigns),
                    new InMemoryBudgets(transactions, campaigns), collaborators, new InMemoryComments(transactions, campaigns, deliverables),
                    new InMemoryWorkRulebooks(transactions, campaigns)),
            events, new AuditUseCases(transactions, new InMemoryAuditLog(transactions)).listDeeds(),
            MemberNames.of(transactions, Actors.LIMA, BEN, "Ben"), ids, clock);
    private Campaign campaign;

    @BeforeEach
    void makeCampaign() {
        campaign = CampaignFixtures.draft(Actors.LIMA, clock.instant());
        transactions.run(Actors.ANA, "test", () -> campaigns.add(campaign));
    }

    private void give(Right right) {
        transactions.run(Actors.ANA, "test",
                () -> collaborators.put(new Collaborator(campaign.id(), BEN, right, Actors.ANA.label(), clock.instant())));
    }

    private Deliverable planned() {
        Deliverable.Work reel = new Deliverable.Work(Deliverable.Type.REEL, "Reel 1", Optional.empty(), Optional.of(DUE));
        return ((AddDeliverable.Outcome.Added) work.addDeliverable().handle(new AddDeliverable.Command(Actors.ANA, campaign.id(), reel))).deliverable();
    }

    private MoveDeliverable.Outcome move(Actor actor, Deliverable deliverable, Move move) {
        return work.moveDeliverable().handle(
                new MoveDeliverable.Command(actor, campaign.id(), deliverable.id(), OptionalLong.empty(), move));
    }

    private BudgetLine line() {
        return ((OpenBudgetLine.Outcome.Opened) work.openBudgetLine().handle(
                new OpenBudgetLine.Command(Actors.ANA, campaign.id(), BudgetLine.Category.ADS, "Ads"))).line();
    }

    /** What can be written on a campaign, each with the right that it takes. */
    private Map<Right, List<Function<Actor, Object>>> writing() {
        Deliverable open = planned();
        Deliverable handedIn = planned();
        move(Actors.ANA, handedIn, new Move.Submit(PROOF));
        BudgetLine line = line();
        Map<Right, List<Function<Actor, Object>>> writing = new LinkedHashMap<>();
        writing.put(Right.COMMENT, List.of(
                actor -> work.writeComment().handle(new WriteComment.Command(actor, campaign.id(), Optional.empty(), "Hello"))));
        writing.put(Right.EDIT, List.of(
                actor -> work.addDeliverable().handle(new AddDeliverable.Command(actor, campaign.id(), open.work())),
                actor -> move(actor, open, new Move.Change(open.work())),
                actor -> work.addMilestone().handle(new AddMilestone.Command(actor, campaign.id(), "Shoot", DUE, 0)),
                actor -> work.openBudgetLine().handle(new OpenBudgetLine.Command(actor, campaign.id(), BudgetLine.Category.ADS, "More")),
                actor -> work.enterInBudget().handle(entry(actor, line, false)),
                actor -> work.changeBudgetLine().handle(new ChangeBudgetLine.Command(actor, campaign.id(), line().id(), 1, line.category(), "Other")),
                actor -> work.removeBudgetLine().handle(new RemoveBudgetLine.Command(actor, campaign.id(), line().id(), OptionalLong.empty())),
                actor -> move(actor, planned(), new Move.Cancel()),
                actor -> work.removeDeliverable().handle(
                        new RemoveDeliverable.Command(actor, campaign.id(), planned().id(), OptionalLong.empty()))));
        writing.put(Right.APPROVE, List.of(
                actor -> move(actor, handedIn, new Move.Reject("Too dark")),
                actor -> work.enterInBudget().handle(entry(actor, line, true))));
        return writing;
    }

    private EnterInBudget.Command entry(Actor actor, BudgetLine line, boolean isOverride) {
        return new EnterInBudget.Command(
                actor, campaign.id(), line.id(), BudgetEntry.Kind.COMMIT, Money.of("1.00", "BRL"), "because", isOverride);
    }

    @ParameterizedTest
    @EnumSource
    void a_member_does_what_the_campaign_allows_and_nothing_more(Right right) {
        give(right);
        writing().forEach((needed, deeds) -> {
            for (Function<Actor, Object> deed : deeds) {
                if (right.covers(needed)) {
                    assertThat(deed.apply(Actors.BEN)).isNotNull();
                } else {
                    assertThatThrownBy(() -> deed.apply(Actors.BEN)).as(needed.code()).isInstanceOf(Refusal.Forbidden.class);
                }
            }
        });
    }

    @Test
    void for_another_team_there_is_no_such_campaign() {
        writing().values().stream().flatMap(List::stream).forEach(deed ->
                assertThatThrownBy(() -> deed.apply(Actors.OLE)).isInstanceOf(Refusal.NotFound.class));
    }

    @Test
    void handing_in_approving_and_sending_back_are_told_outside_and_nothing_that_was_refused() {
        Deliverable reel = planned();
        give(Right.EDIT);
        move(Actors.BEN, reel, new Move.Submit(PROOF));
        assertThat(move(Actors.BEN, reel, new Move.Submit(PROOF))).isInstanceOf(MoveDeliverable.Outcome.NotNow.class);
        move(Actors.ANA, reel, new Move.Reject("Too dark"));
        move(Actors.BEN, reel, new Move.Submit(PROOF));
        move(Actors.ANA, reel, new Move.Approve());
        move(Actors.ANA, reel, new Move.Reopen());
        assertThat(events.told(Actors.LIMA)).extracting(Event::kind).containsExactly(Event.Kind.DELIVERABLE_SUBMITTED,
                Event.Kind.DELIVERABLE_REJECTED, Event.Kind.DELIVERABLE_SUBMITTED, Event.Kind.DELIVERABLE_APPROVED);
        assertThat(events.told(Actors.LIMA).getLast().data()).containsEntry("campaign_id", campaign.id().toString())
                .containsEntry("status", "approved");
        assertThat(events.told(Actors.LIMA).toString()).doesNotContain("Reel 1", "Too dark", "example.com");
    }

    @Test
    void who_handed_work_in_does_not_approve_it() {
        Deliverable reel = planned();
        move(Actors.ANA, reel, new Move.Submit(PROOF));
        assertThat(move(Actors.ANA, reel, new Move.Approve())).isEqualTo(new MoveDeliverable.Outcome.OwnWork());
        work.changeWorkRules().handle(new ChangeWorkRules.Command(Actors.ANA, campaign.id(), 1, true));
        assertThat(move(Actors.ANA, reel, new Move.Approve())).isInstanceOf(MoveDeliverable.Outcome.Moved.class);
    }

    @Test
    void an_entry_beyond_the_budget_leaves_nothing_but_a_refusal_in_the_log() {
        BudgetLine line = line();
        EnterInBudget.Command beyond = new EnterInBudget.Command(
                Actors.ANA, campaign.id(), line.id(), BudgetEntry.Kind.SPEND, Money.of("12000.01", "BRL"), "because", false);
        assertThat(work.enterInBudget().handle(beyond)).isInstanceOf(EnterInBudget.Outcome.OverBudget.class);
        assertThat(work.listBudgetEntries().handle(
                new ListBudgetEntries.Query(Actors.BEN, campaign.id(), Optional.empty(), PageRequest.first(9))).items()).isEmpty();
        assertThat(transactions.done().getLast().action()).isEqualTo("campaign.budget.enter.refused");
    }

    @Test
    void the_activity_names_members_and_neither_keys_nor_staff() {
        give(Right.COMMENT);
        work.writeComment().handle(new WriteComment.Command(Actors.BEN, campaign.id(), Optional.empty(), "Hello"));
        Actor staff = new Actor.Operator("root", Actors.LIMA);
        work.writeComment().handle(new WriteComment.Command(staff, campaign.id(), Optional.empty(), "Hello"));
        List<ShowActivity.Deed> deeds = work.showActivity().handle(
                new ShowActivity.Query(Actors.BEN, campaign.id(), PageRequest.first(2))).items();
        assertThat(deeds).extracting(ShowActivity.Deed::text).containsOnly("wrote a comment");
        assertThat(deeds).extracting(ShowActivity.Deed::doer).containsExactly(
                new ShowActivity.Doer("operator", Optional.empty(), Optional.empty()),
                new ShowActivity.Doer("user", Optional.of(BEN.toString()), Optional.of("Ben")));
    }

    @Test
    void every_action_of_what_works_on_campaigns_has_words_of_its_own() throws IOException {
        Set<String> actions = new TreeSet<>();
        for (String context : List.of("campaigns", "briefing", "outreach", "measurement")) {
            Path folder = Path.of(System.getProperty("project.root", ".."), "application/src/main/java/io/tastemaker/application", context);
            if (Files.isDirectory(folder)) {
                actions.addAll(actions(folder));
            }
        }
        assertThat(actions).hasSizeGreaterThan(20).contains("campaign.create", "campaign.deliverable.approve", "campaign.launch");
        assertThat(actions.stream().filter(action -> !ActivityPhrases.knows(action)))
                .as("give these a phrase in ActivityPhrases").isEmpty();
    }

    /** The texts that look like actions, such as "campaign.launch"; one that ends in a dot goes on with the code of a step. */
    private static Set<String> actions(Path folder) throws IOException {
        Pattern text = Pattern.compile("\"((?:campaign|invitation)\\.[a-z_.]*)\"");
        List<String> steps = Stream.concat(Arrays.stream(CampaignStep.values()).map(step -> "campaign." + step.code()),
                Arrays.stream(Deliverable.Step.values()).map(step -> "campaign.deliverable." + step.code())).toList();
        try (Stream<Path> files = Files.walk(folder)) {
            Set<String> found = files.filter(file -> file.toString().endsWith(".java")).flatMap(file -> text.matcher(read(file)).results())
                    .map(match -> match.group(1)).filter(action -> !action.endsWith(".")).collect(Collectors.toCollection(TreeSet::new));
            found.addAll(steps);
            return found;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
