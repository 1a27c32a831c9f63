package io.tastemaker.application.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.campaigns.AddToShortlist;
import io.tastemaker.application.campaigns.CreateCampaign;
import io.tastemaker.application.lists.AddToList;
import io.tastemaker.application.lists.ChangeListItem;
import io.tastemaker.application.lists.Choice;
import io.tastemaker.application.lists.DeleteList;
import io.tastemaker.application.lists.ShareList;
import io.tastemaker.application.lists.UnshareList;
import io.tastemaker.application.operations.CancelJob;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.wallets.AddPlan;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.exports.ExportFormat;
import io.tastemaker.domain.exports.ExportKind;
import io.tastemaker.domain.exports.ExportScope;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.matching.HardFilter;
import io.tastemaker.domain.matching.Measure;
import io.tastemaker.domain.matching.Preferences;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.matching.Weights;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ExportId;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Range;
import io.tastemaker.domain.shared.UserId;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExportsOfATeamTest {

    private static final StartExport.Wanted ALL = new StartExport.Wanted.Rows(ExportScope.all(ExportKind.CREATORS));

    private final ExportWorld world = new ExportWorld();

    private static Facts.Stated<?>[] facts(long followers) {
        return new Facts.Stated<?>[] {new Facts.Stated<>(Fact.FOLLOWERS, followers), new Facts.Stated<>(Fact.AVERAGE_VIEWS, 77L),
            new Facts.Stated<>(Fact.EMAIL, "who@example.com")};
    }

    @Test
    void a_team_exports_its_own_creators_and_of_the_catalogue_what_it_has_unlocked() {
        Creator own = world.creator(Actors.ANA, "own", facts(10));
        Creator open = world.creator(Actors.OPERATOR, "open", facts(20));
        Creator addressed = world.creator(Actors.OPERATOR, "addressed", facts(30));
        world.creator(Actors.OPERATOR, "closed", facts(40));
        world.creator(Actors.OLE, "theirs", facts(50));
        world.unlock(Actors.ANA, open.id());
        world.unlockEmail(Actors.ANA, addressed.id());

        Export export = world.queued(Actors.ANA, ALL, "all", "handle", "followers", "average_views", "email");
        assertThat(export.columns()).containsExactly("handle", "followers", "average_views", "email", "locked");
        assertThat(world.shown(Actors.ANA, export.id()).status()).isEqualTo("queued");
        world.work();

        assertThat(world.rows(Actors.ANA, export)).containsExactlyInAnyOrder(
                "[Text[value=" + own.handle().name() + "], Count[value=10], Count[value=77], Text[value=who@example.com], Nothing[]]",
                "[Text[value=open], Count[value=20], Count[value=77], Nothing[], Many[values=[email]]]",
                "[Text[value=addressed], Count[value=30], Nothing[], Text[value=who@example.com], Many[values=[average_views]]]");
        ShownExport shown = world.shown(Actors.ANA, export.id());
        assertThat(shown.status()).isEqualTo("ready");
        assertThat(shown.export().state()).isInstanceOfSatisfying(Export.State.Ready.class, ready -> assertThat(ready.rows()).isEqualTo(3));
        assertThat(shown.export().expiresAt()).isEqualTo(world.clock.instant().plus(Export.KEPT));
    }

    @Test
    void who_was_chosen_comes_in_that_order_and_nobody_whom_the_team_does_not_see() {
        List<CreatorId> chosen = List.of(world.creator(Actors.ANA, "c").id(), world.creator(Actors.OPERATOR, "a").id(),
                world.creator(Actors.OLE, "theirs").id(), new CreatorId(SeededIds.next()), world.creator(Actors.ANA, "b").id());
        Export export = world.queued(Actors.ANA, new StartExport.Wanted.Chosen(chosen), "chosen", "handle");
        world.work();

        assertThat(world.rows(Actors.ANA, export)).extracting(row -> row.substring(12, 13)).containsExactly("c", "a", "b");
    }

    @Test
    void a_search_is_of_the_moment_it_was_asked_and_what_it_says_of_the_moment_it_is_written() {
        world.creator(Actors.ANA, "small", facts(10));
        Creator large = world.creator(Actors.ANA, "large", facts(5_000));
        Creator listed = world.creator(Actors.ANA, "listed", facts(6_000));
        SearchCriteria large1000 = new SearchCriteria(List.of(new HardFilter.Count(Measure.FOLLOWERS,
                new Range<>(Optional.of(1_000L), Optional.empty()))), Preferences.NONE, Weights.DEFAULT, LocalDate.of(2026, 9, 1));
        Export export = world.queued(Actors.ANA, new StartExport.Wanted.Found(large1000, Set.of(), Set.of(listed.id())), "found", "handle");
        world.creator(Actors.ANA, "late", facts(9_000));
        world.work();

        assertThat(world.rows(Actors.ANA, export)).hasSize(1).first().asString().contains(large.handle().name());
        assertThat(world.ask(Actors.ANA, new StartExport.Wanted.Found(large1000, Set.of(new CreatorId(SeededIds.next())), Set.of()), "unknown"))
                .isInstanceOf(StartExport.Outcome.UnknownSeeds.class);
    }

    @Test
    void the_shortlist_of_a_campaign_comes_with_what_was_noted() {
        Creator creator = world.creator(Actors.ANA, "own", facts(10));
        Creator shared = world.creator(Actors.OPERATOR, "shared", facts(20));
        Campaign campaign = ((CreateCampaign.Outcome.Created) world.campaigns.createCampaign().handle(new CreateCampaign.Command(Actors.ANA, "Serum",
                new Brief("", Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty()))))
                .campaign();
        world.campaigns.addToShortlist().handle(new AddToShortlist.Command(Actors.ANA, campaign.id(), List.of(creator.id(), shared.id()), "call her",
                Optional.empty()));
        StartExport.Wanted wanted = new StartExport.Wanted.Rows(ExportScope.of(ExportKind.CAMPAIGN, campaign.id().value()));
        Export export = world.queued(Actors.ANA, wanted, "campaign", "campaign_name", "note", "handle", "email");
        Export all = world.queued(Actors.ANA, new StartExport.Wanted.Rows(ExportScope.all(ExportKind.CAMPAIGNS)), "campaigns", "name", "status");
        world.work();
        world.work();

        assertThat(world.rows(Actors.ANA, export)).containsExactlyInAnyOrder(
                "[Text[value=Serum], Text[value=call her], Text[value=own], Text[value=who@example.com], Nothing[]]",
                "[Text[value=Serum], Text[value=call her], Text[value=shared], Nothing[], Many[values=[average_views, email]]]");
        assertThat(world.rows(Actors.ANA, all)).containsExactly("[Text[value=Serum], Text[value=draft]]");
        assertThatThrownBy(() -> world.ask(Actors.OLE, wanted, "theirs")).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_list_comes_in_its_order_with_what_was_noted_and_only_what_is_open() {
        Creator shared = world.creator(Actors.OPERATOR, "shared", facts(20));
        Creator own = world.creator(Actors.ANA, "own", facts(10));
        ListId list = world.list("Spring", TeamList.Visibility.TEAM, List.of(shared.id(), own.id()));
        world.lists.changeListItem().handle(new ChangeListItem.Command(Actors.ANA, list, own.id(), 1, Optional.of("pays well"),
                Map.of("Rate", "500"), Optional.empty()));
        Export export = world.queued(Actors.ANA, ofList(list), "list", "list_name", "note", "values", "ranking_id", "added_by", "handle", "email");
        world.work();

        assertThat(world.rows(Actors.ANA, export)).containsExactly(
                "[Text[value=Spring], Text[value==call her], Nothing[], Nothing[], Text[value=" + Actors.ANA.label() + "], Text[value=shared], Nothing[], "
                        + "Many[values=[average_views, email]]]",
                "[Text[value=Spring], Text[value=pays well], Named[values={Rate=500}], Nothing[], Text[value=" + Actors.ANA.label() + "], "
                        + "Text[value=own], Text[value=who@example.com], Nothing[]]");
        assertThatThrownBy(() -> world.ask(Actors.OLE, ofList(list), "theirs")).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_list_longer_than_what_is_read_at_once_comes_whole() {
        List<CreatorId> many = new ArrayList<>();
        for (int number = 0; number < 2 * RowSource.CHUNK; number++) {
            many.add(world.creator(Actors.ANA, "c" + number).id());
        }
        ListId list = world.list("Long", TeamList.Visibility.TEAM, many.subList(0, RowSource.CHUNK));
        world.lists.addToList().handle(new AddToList.Command(Actors.ANA, list, new Choice.These(many.subList(RowSource.CHUNK, many.size())), Optional.empty()));
        Export export = world.queued(Actors.ANA, ofList(list), "long", "creator_id");
        world.work();

        assertThat(world.rows(Actors.ANA, export)).isEqualTo(many.stream().map(id -> "[Text[value=" + id + "], Nothing[]]").toList());
    }

    @Test
    void a_file_of_a_private_list_is_there_for_those_who_may_read_the_list_now() {
        Actor ben = world.colleague(Role.MANAGER);
        Actor owner = world.colleague(Role.OWNER);
        ListId list = world.list("Secret", TeamList.Visibility.PRIVATE, List.of(world.creator(Actors.ANA, "own").id()));
        assertThatThrownBy(() -> world.ask(ben, ofList(list), "not his")).isInstanceOf(Refusal.NotFound.class);
        Export export = world.queued(Actors.ANA, ofList(list), "hers", "handle");
        Export campaigns = world.queued(Actors.ANA, new StartExport.Wanted.Rows(ExportScope.all(ExportKind.CAMPAIGNS)), "of all", "name");
        world.work();
        world.work();
        assertThat(listed(Actors.ANA)).containsExactlyInAnyOrder(export.id(), campaigns.id());
        assertThat(listed(owner)).containsExactlyInAnyOrder(export.id(), campaigns.id());
        assertHidden(ben, export);
        assertThat(listed(ben)).containsExactly(campaigns.id());

        UserId person = ben.person().orElseThrow().user();
        world.lists.shareList().handle(new ShareList.Command(Actors.ANA, list, person, ListRight.READ));
        assertThat(listed(ben)).as("shared later").containsExactlyInAnyOrder(export.id(), campaigns.id());
        assertThat(world.rows(ben, export)).hasSize(1);
        String link = world.shown(ben, export.id()).link().orElseThrow().signed();

        world.lists.unshareList().handle(new UnshareList.Command(Actors.ANA, list, person, OptionalLong.empty()));
        assertHidden(ben, export);
        assertThat(ExportWorld.text(byLink(link))).as("until the link closes").contains("own");
        world.clock.advance(Showing.OPEN);
        assertThatThrownBy(() -> byLink(link)).isInstanceOf(Refusal.NotFound.class);
        Actor narrow = new Actor.Key(new ApiKeyId(SeededIds.next()), Actors.LIMA, Role.OWNER, EnumSet.of(Scope.EXPORTS_WRITE, Scope.EXPORTS_READ));
        assertHidden(narrow, export);

        world.lists.deleteList().handle(new DeleteList.Command(Actors.ANA, list, OptionalLong.empty()));
        assertHidden(Actors.ANA, export);
        assertThat(world.rows(owner, export)).as("what was deleted is left to the owner").hasSize(1);
        world.useCases.removeExport().handle(new RemoveExport.Command(owner, export.id()));
        assertThat(listed(owner)).containsExactly(campaigns.id());
    }

    @Test
    void a_list_that_is_deleted_before_the_file_is_written_has_no_rows() {
        ListId list = world.list("Spring", TeamList.Visibility.TEAM, List.of(world.creator(Actors.ANA, "own").id()));
        Export export = world.queued(Actors.ANA, ofList(list), "list", "handle");
        world.lists.deleteList().handle(new DeleteList.Command(Actors.ANA, list, OptionalLong.empty()));
        world.work();

        assertThat(world.rows(world.colleague(Role.OWNER), export)).isEmpty();
    }

    private static StartExport.Wanted ofList(ListId list) {
        return new StartExport.Wanted.Rows(ExportScope.of(ExportKind.LIST, list.value()));
    }

    private List<ExportId> listed(Actor actor) {
        return world.useCases.listExports().handle(new ListExports.Query(actor, PageRequest.first(10))).items().stream()
                .map(shown -> shown.export().id()).toList();
    }

    private void assertHidden(Actor actor, Export export) {
        assertThat(listed(actor)).doesNotContain(export.id());
        assertThatThrownBy(() -> world.shown(actor, export.id())).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> world.rows(actor, export)).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> world.useCases.removeExport().handle(new RemoveExport.Command(actor, export.id())))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void posts_of_a_creator_are_for_those_who_unlocked_it() {
        Creator shared = world.creator(Actors.OPERATOR, "shared");
        StartExport.Wanted wanted = new StartExport.Wanted.Rows(ExportScope.of(ExportKind.POSTS, shared.id().value()));
        assertThat(world.ask(Actors.ANA, wanted, "closed")).isEqualTo(new StartExport.Outcome.UnlockRequired());
        world.unlock(Actors.ANA, shared.id());
        Export export = world.queued(Actors.ANA, wanted, "open");
        world.work();

        assertThat(world.rows(Actors.ANA, export)).isEmpty();
        assertThat(world.shown(Actors.ANA, export.id()).status()).isEqualTo("ready");
    }

    @Test
    void what_moved_in_the_wallet_comes_the_newest_first() {
        world.creator(Actors.OPERATOR, "shared");
        world.till.give(Actors.LIMA, 100);
        Export export = world.queued(Actors.ANA, new StartExport.Wanted.Rows(ExportScope.all(ExportKind.TRANSACTIONS)), "moved", "kind", "credits");
        world.work();

        assertThat(world.rows(Actors.ANA, export)).contains("[Text[value=grant], Count[value=100]]");
    }

    @Test
    void each_kind_has_the_columns_that_it_says() {
        Map<ExportKind, RowSource> sources = new ExportUseCases.Sources(null, null, null, null, null, null, null).byKind(world.exports);
        assertThat(sources).containsOnlyKeys(ExportKind.values());
        sources.forEach((kind, source) -> assertThat(Column.names(source.columns())).as(kind.code()).isEqualTo(kind.columns()));
        assertThat(world.ask(Actors.ANA, ALL, "unknown", "handle", "shoe_size"))
                .isEqualTo(new StartExport.Outcome.UnknownColumns(List.of("shoe_size")));
    }

    @Test
    void it_is_paid_when_the_file_is_whole_and_once() {
        priced();
        long before = credits();
        Export export = world.queued(Actors.ANA, ALL, "paid");
        assertThat(credits()).isEqualTo(before - 50);
        assertThat(world.queued(Actors.ANA, ALL, "paid")).as("a repeat").isEqualTo(export);
        world.work();
        assertThat(credits()).isEqualTo(before - 50);
        assertThat(holds()).isZero();
        assertThat(world.queued(Actors.ANA, ALL, "paid").id()).isEqualTo(export.id());
        assertThat(credits()).isEqualTo(before - 50);
    }

    @Test
    void what_is_removed_after_it_was_paid_is_not_written_again_under_its_key() {
        priced();
        Export export = world.queued(Actors.ANA, ALL, "paid");
        world.work();
        long before = credits();
        world.useCases.removeExport().handle(new RemoveExport.Command(Actors.ANA, export.id()));

        assertThat(world.files.size()).isZero();
        assertThat(world.ask(Actors.ANA, ALL, "paid")).isInstanceOfSatisfying(StartExport.Outcome.Refused.class,
                refused -> assertThat(refused.answered().answer()).isEqualTo(new WalletAnswer.KeyReused()));
        assertThat(credits()).isEqualTo(before);
    }

    @Test
    void a_job_that_is_canceled_before_or_while_it_runs_costs_nothing() {
        priced();
        world.creator(Actors.ANA, "own");
        long before = credits();
        Export waiting = world.queued(Actors.ANA, ALL, "waiting");
        cancel(waiting);
        assertThat(credits()).isEqualTo(before);
        assertThat(world.shown(Actors.ANA, waiting.id()).status()).isEqualTo("canceled");

        Export running = world.queued(Actors.ANA, ALL, "running");
        AtomicInteger rows = new AtomicInteger();
        world.files.betweenRows(() -> {
            if (rows.getAndIncrement() == 0) {
                world.transactions.alone(() -> {
                    cancel(running);
                    return true;
                });
            }
        });
        world.work();
        assertThat(rows).hasValue(1);
        assertThat(world.shown(Actors.ANA, running.id()).status()).isEqualTo("canceled");
        assertThat(credits()).isEqualTo(before);
        assertThat(holds()).isZero();
        assertThat(world.files.size()).isZero();
        assertThat(world.ask(Actors.ANA, ALL, "running")).as("the same key is answered with what came of it")
                .isInstanceOfSatisfying(StartExport.Outcome.Queued.class, queued -> assertThat(queued.export().id()).isEqualTo(running.id()));
    }

    @Test
    void a_fault_is_tried_again_from_the_start_and_given_up_in_the_end_for_nothing() {
        priced();
        world.creator(Actors.ANA, "own");
        long before = credits();
        Export export = world.queued(Actors.ANA, ALL, "faulty", "handle");
        world.files.betweenRows(() -> {
            throw new IllegalStateException("the disk is full");
        });
        for (int attempt = 0; attempt < 3; attempt++) {
            world.work();
            world.clock.advance(Duration.ofMinutes(2));
        }
        assertThat(credits()).isEqualTo(before - 50);
        world.files.betweenRows(() -> {});
        world.work();
        assertThat(world.rows(Actors.ANA, export)).hasSize(1);
        assertThat(credits()).isEqualTo(before - 50);

        Export hopeless = world.queued(Actors.ANA, ALL, "hopeless", "handle");
        world.files.betweenRows(() -> {
            throw new IllegalStateException("the disk is full");
        });
        for (int attempt = 0; attempt < 5; attempt++) {
            world.work();
            world.clock.advance(Duration.ofMinutes(2));
        }
        assertThat(world.shown(Actors.ANA, hopeless.id()).status()).isEqualTo("failed");
        assertThat(credits()).isEqualTo(before - 50);
        assertThat(holds()).isZero();
    }

    @Test
    void removing_one_that_waits_gives_back_what_it_would_cost() {
        priced();
        long before = credits();
        Export export = world.queued(Actors.ANA, ALL, "waiting");
        world.useCases.removeExport().handle(new RemoveExport.Command(Actors.ANA, export.id()));

        assertThat(credits()).isEqualTo(before);
        assertThatThrownBy(() -> world.shown(Actors.ANA, export.id())).isInstanceOf(Refusal.NotFound.class);
        world.work();
        assertThat(world.files.size()).isZero();
    }

    @Test
    void a_plan_without_exports_has_none_and_a_dry_run_writes_none() {
        world.till.subscribe(Actors.LIMA, "free");
        assertThat(world.ask(Actors.ANA, ALL, "free")).isInstanceOf(StartExport.Outcome.PlanRequired.class);
        world.till.subscribe(Actors.LIMA, "standard");
        assertThat(world.useCases.startExport().handle(new StartExport.Command(Actors.ANA, ALL,
                new StartExport.Layout(ExportFormat.XLSX, false, List.of()), ExportWorld.key("dry"), OptionalLong.empty(),
                true))).isInstanceOf(StartExport.Outcome.Foreseen.class);
        assertThat(world.useCases.listExports().handle(new ListExports.Query(Actors.ANA, PageRequest.first(10))).items()).isEmpty();
    }

    @Test
    void a_key_exports_only_what_it_may_read_and_fetches_nothing_else() {
        Actor narrow = new Actor.Key(new ApiKeyId(SeededIds.next()), Actors.LIMA, Role.MANAGER, EnumSet.of(Scope.EXPORTS_WRITE, Scope.CREATORS_READ));
        assertThatThrownBy(() -> world.ask(Actors.BEN, ALL, "member")).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> world.ask(narrow, new StartExport.Wanted.Rows(ExportScope.all(ExportKind.TRANSACTIONS)), "wallet"))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> world.ask(narrow, new StartExport.Wanted.Rows(ExportScope.of(ExportKind.CAMPAIGN, SeededIds.next())), "campaign"))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(world.ask(narrow, ALL, "creators")).isInstanceOf(StartExport.Outcome.Queued.class);
        Export wallet = world.queued(Actors.ANA, new StartExport.Wanted.Rows(ExportScope.all(ExportKind.TRANSACTIONS)), "of ana");
        world.work();
        world.work();

        assertThat(world.shown(narrow, wallet.id()).link()).isEmpty();
        assertThatThrownBy(() -> world.useCases.fetchExport().handle(new FetchExport.Query(narrow, wallet.id())))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void a_link_opens_the_file_to_whoever_has_it_for_an_hour_and_it_is_recorded() {
        Export export = world.queued(Actors.ANA, ALL, "linked", "handle");
        world.work();
        ShownExport.FileLink link = world.shown(Actors.ANA, export.id()).link().orElseThrow();
        assertThat(link.until()).isEqualTo(world.clock.instant().plus(Duration.ofHours(1)));
        assertThat(link.toString()).doesNotContain(link.signed());

        assertThat(ExportWorld.text(byLink(link.signed()))).startsWith("CSV false [handle, locked]");
        InMemoryTransactions.Done last = world.transactions.done().getLast();
        assertThat(last.action()).isEqualTo("export.fetch");
        assertThat(last.actor()).isEqualTo(new Actor.System("signed-link", Actors.LIMA));
        assertThatThrownBy(() -> byLink("forged")).isInstanceOf(Refusal.NotFound.class);
        world.clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> byLink(link.signed())).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void another_team_finds_nothing_of_it() {
        Export export = world.queued(Actors.ANA, ALL, "hers");
        world.work();

        assertThatThrownBy(() -> world.shown(Actors.OLE, export.id())).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> world.useCases.fetchExport().handle(new FetchExport.Query(Actors.OLE, export.id())))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> world.useCases.removeExport().handle(new RemoveExport.Command(Actors.OLE, export.id())))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> world.shown(Actors.ANA, new ExportId(SeededIds.next()))).isInstanceOf(Refusal.NotFound.class);
        assertThat(world.useCases.listExports().handle(new ListExports.Query(Actors.OLE, PageRequest.first(10))).items()).isEmpty();
        assertThat(world.rows(Actors.ANA, export)).isEmpty();
    }

    @Test
    void a_file_whose_time_is_over_is_gone_and_then_forgotten() {
        Export export = world.queued(Actors.ANA, ALL, "old");
        world.work();
        world.clock.advance(Export.KEPT);
        assertThatThrownBy(() -> world.shown(Actors.ANA, export.id())).isInstanceOf(Refusal.NotFound.class);
        assertThat(world.files.size()).isOne();

        assertThat(world.useCases.forgetExports().handle(new ForgetExports.Command(Actors.PROGRAM))).isEqualTo(new ForgetExports.Outcome.Done(1));
        assertThat(world.files.size()).isZero();
        assertThat(world.useCases.forgetExports().handle(new ForgetExports.Command(Actors.PROGRAM))).isEqualTo(new ForgetExports.Outcome.Done(0));
    }

    @Test
    void a_file_is_not_there_before_it_is_whole() {
        Export export = world.queued(Actors.ANA, ALL, "early");
        assertThat(world.useCases.fetchExport().handle(new FetchExport.Query(Actors.ANA, export.id())))
                .isInstanceOfSatisfying(FetchExport.Outcome.NotReady.class, early -> assertThat(early.export().status()).isEqualTo("queued"));
    }

    private HandedFile byLink(String signed) {
        return world.useCases.fetchByLink().handle(new FetchByLink.Query(Anonymous.CALLER, signed));
    }

    /** A plan of the operator's own that opens exports and includes none. */
    private void priced() {
        world.till.useCases().addPlan().handle(new AddPlan.Command(Actors.OPERATOR, "agency", id -> new Plan(id, "Agency", Money.of("0.00", "USD"), 1,
                Map.of(), Set.of(Feature.EXPORT), new Plan.Gifts(0, Set.of(), 0, 0), 0, "standard", false)));
        world.till.subscribe(Actors.LIMA, "agency");
        world.till.give(Actors.LIMA, 1_000);
        // the free one of the month
        Export free = world.queued(Actors.ANA, ALL, "free one");
        world.work();
        world.useCases.removeExport().handle(new RemoveExport.Command(Actors.ANA, free.id()));
    }

    private long credits() {
        return world.wallet(Actors.ANA).wallet().available(world.clock.instant());
    }

    private long holds() {
        return world.wallet(Actors.ANA).wallet().held();
    }

    private void cancel(Export export) {
        world.operations.cancelJob().handle(new CancelJob.Command(Actors.ANA, export.job()));
    }
}
