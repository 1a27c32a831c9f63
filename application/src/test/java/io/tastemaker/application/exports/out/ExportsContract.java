package io.tastemaker.application.exports.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.exports.ExportFormat;
import io.tastemaker.domain.exports.ExportKind;
import io.tastemaker.domain.exports.ExportScope;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of exports does. */
public abstract class ExportsContract {

    private static final String FIRST = "0123456789abcdef0123456789abcdef";
    private static final String SECOND = "fedcba9876543210fedcba9876543210";

    protected abstract Transactions transactions();

    protected abstract Jobs jobs();

    protected abstract Exports exports();

    @Test
    void an_export_comes_back_as_it_was_added_and_only_to_its_team() {
        Export plain = add(Actors.ANA, ExportFixtures.export(Actors.LIMA, ExportScope.all(ExportKind.CREATORS)), List.of());
        Export ofTime = add(Actors.ANA, ExportFixtures.export(Actors.LIMA, ExportScope.between(
                Optional.of(Instant.parse("2026-01-01T00:00:00Z")), Optional.of(Instant.parse("2026-02-01T00:00:00Z")))), List.of());
        Export ofOne = add(Actors.ANA, ExportFixtures.export(Actors.LIMA, ExportScope.of(ExportKind.CAMPAIGN, SeededIds.next())), List.of());
        Export free = ExportFixtures.export(Actors.LIMA, ExportScope.all(ExportKind.POSTS));
        Export unpaid = add(Actors.ANA, new Export(free.id(), free.team(), free.scope(), ExportFormat.CSV, true, List.of("id", "caption"),
                free.createdBy(), free.requestedAt(), Optional.empty(), free.state(), free.expiresAt()), List.of());

        assertThat(List.of(plain, ofTime, ofOne, unpaid)).allSatisfy(export -> {
            assertThat(find(Actors.ANA, export)).contains(export);
            assertThat(find(Actors.OLE, export)).isEmpty();
        });
        assertThat(read(Actors.ANA, () -> exports().findByHold(plain.hold().orElseThrow()))).contains(plain);
        assertThat(read(Actors.OLE, () -> exports().findByHold(plain.hold().orElseThrow()))).isEmpty();
        assertThatThrownBy(() -> transactions().run(Actors.OLE, "test", () -> exports().add(plain, List.of())))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void who_was_chosen_comes_back_in_order() {
        List<CreatorId> chosen = IntStream.range(0, 12_000).mapToObj(number -> new CreatorId(SeededIds.next())).toList();
        Export some = add(Actors.ANA, ExportFixtures.export(Actors.LIMA, ExportScope.chosen(chosen.size())), chosen);
        Export none = add(Actors.ANA, ExportFixtures.export(Actors.LIMA, ExportScope.chosen(0)), List.of());

        assertThat(read(Actors.ANA, () -> exports().chosen(some.id()))).isEqualTo(chosen);
        assertThat(read(Actors.OLE, () -> exports().chosen(some.id()))).isEmpty();
        assertThat(read(Actors.ANA, () -> exports().chosen(none.id()))).isEmpty();
        assertThat(find(Actors.ANA, none)).contains(none);
    }

    @Test
    void the_later_worker_has_it() {
        Export export = add(Actors.ANA, ExportFixtures.export(Actors.LIMA, ExportScope.all(ExportKind.CREATORS)), List.of());
        assertThat(read(Actors.ANA, () -> exports().findFile(export.id()))).isEmpty();
        assertThat(take(export, FIRST)).contains(new Exports.Taken(export, Optional.empty()));
        assertThat(take(export, SECOND)).contains(new Exports.Taken(export, Optional.of(FIRST)));
        Export ready = ready(export);

        assertThat(settle(ready, FIRST)).isFalse();
        assertThat(find(Actors.ANA, export)).contains(export);
        assertThat(settle(ready, SECOND)).isTrue();
        assertThat(find(Actors.ANA, export)).contains(ready);
        assertThat(read(Actors.ANA, () -> exports().findFile(export.id()))).contains(SECOND);
        assertThat(read(Actors.OLE, () -> exports().findFile(export.id()))).isEmpty();
        assertThat(take(export, FIRST)).as("settled is settled").isEmpty();
        assertThat(settle(ready, SECOND)).isFalse();
        assertThat(giveUp(export)).isEmpty();
    }

    @Test
    void what_is_given_up_stays_so_whoever_still_writes_it() {
        Export export = add(Actors.ANA, ExportFixtures.export(Actors.LIMA, ExportScope.all(ExportKind.CREATORS)), List.of());
        take(export, FIRST);
        assertThat(write(Actors.OLE, () -> exports().giveUp(export.id(), "not theirs"))).isEmpty();

        assertThat(giveUp(export)).contains(export);
        assertThat(find(Actors.ANA, export)).contains(export.with(new Export.State.Failed("It was canceled."), export.expiresAt()));
        assertThat(giveUp(export)).isEmpty();
        assertThat(settle(ready(export), FIRST)).isFalse();
    }

    @Test
    void a_list_is_the_newest_first_and_pages_join() {
        List<Export> added = IntStream.range(0, 7)
                .mapToObj(number -> add(Actors.ANA, ExportFixtures.export(Actors.LIMA, ExportScope.all(ExportKind.CAMPAIGNS)), List.of())).toList();
        List<Export> listed = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(3));
        while (next.isPresent()) {
            PageRequest request = next.get();
            Page<Export> page = read(Actors.ANA, () -> exports().list(Set.of(), request));
            listed.addAll(page.items());
            next = page.next().map(position -> new PageRequest(3, Optional.of(position)));
        }

        assertThat(listed).doesNotHaveDuplicates();
        assertThat(listed.stream().limit(7)).containsExactlyElementsOf(added.reversed());
        assertThat(read(Actors.OLE, () -> exports().list(Set.of(), PageRequest.first(100)).items())).doesNotContainAnyElementsOf(added);
    }

    @Test
    void exports_of_lists_are_listed_for_those_who_may_read_them() {
        ListId open = new ListId(SeededIds.next());
        ListId hidden = new ListId(SeededIds.next());
        Export campaign = add(Actors.ANA, ExportFixtures.export(Actors.LIMA, ExportScope.of(ExportKind.CAMPAIGN, hidden.value())), List.of());
        Export ofOpen = add(Actors.ANA, ExportFixtures.export(Actors.LIMA, ExportScope.of(ExportKind.LIST, open.value())), List.of());
        Export ofHidden = add(Actors.ANA, ExportFixtures.export(Actors.LIMA, ExportScope.of(ExportKind.LIST, hidden.value())), List.of());

        assertThat(read(Actors.ANA, () -> exports().lists())).contains(open, hidden);
        assertThat(read(Actors.OLE, () -> exports().lists())).doesNotContain(open, hidden);
        assertThat(read(Actors.ANA, () -> exports().list(Set.of(open), PageRequest.first(2))).items()).containsExactly(ofOpen, campaign);
        assertThat(read(Actors.ANA, () -> exports().list(Set.of(), PageRequest.first(1))).items()).containsExactly(campaign);
        assertThat(read(Actors.ANA, () -> exports().list(Set.of(open, hidden), PageRequest.first(3))).items())
                .containsExactly(ofHidden, ofOpen, campaign);
        assertThat(read(Actors.OLE, () -> exports().list(Set.of(open, hidden), PageRequest.first(100))).items())
                .doesNotContain(ofHidden, ofOpen, campaign);
    }

    @Test
    void what_is_removed_is_gone_for_its_own_team_alone() {
        List<CreatorId> chosen = List.of(new CreatorId(SeededIds.next()));
        Export export = add(Actors.ANA, ExportFixtures.export(Actors.LIMA, ExportScope.chosen(1)), chosen);

        assertThat(write(Actors.OLE, () -> exports().remove(export.id()))).isFalse();
        assertThat(find(Actors.ANA, export)).contains(export);
        assertThat(write(Actors.ANA, () -> exports().remove(export.id()))).isTrue();
        assertThat(find(Actors.ANA, export)).isEmpty();
        assertThat(read(Actors.ANA, () -> exports().chosen(export.id()))).isEmpty();
        assertThat(take(export, FIRST)).isEmpty();
        assertThat(write(Actors.ANA, () -> exports().remove(export.id()))).isFalse();
    }

    @Test
    void those_whose_time_is_over_are_found_over_all_teams() {
        Export ana = add(Actors.ANA, over(ExportFixtures.export(Actors.LIMA, ExportScope.all(ExportKind.CREATORS)), "2020-01-01T00:00:00Z"), List.of());
        Export ole = add(Actors.OLE, over(ExportFixtures.export(Actors.OSLO, ExportScope.all(ExportKind.CREATORS)), "2020-01-02T00:00:00Z"), List.of());

        assertThat(exports().listExpired(Instant.parse("2019-12-31T23:59:59Z"), 10)).isEmpty();
        assertThat(exports().listExpired(Instant.parse("2020-01-01T00:00:00Z"), 10)).containsExactly(expired(ana));
        assertThat(exports().listExpired(Instant.parse("2020-06-01T00:00:00Z"), 10)).containsExactly(expired(ana), expired(ole));
        assertThat(exports().listExpired(Instant.parse("2020-06-01T00:00:00Z"), 1)).containsExactly(expired(ana));
        write(Actors.ANA, () -> exports().remove(ana.id()));
        write(Actors.OLE, () -> exports().remove(ole.id()));
    }

    private static Exports.Expired expired(Export export) {
        return new Exports.Expired(export.team(), export.id());
    }

    private static Export over(Export export, String at) {
        return export.with(export.state(), Instant.parse(at));
    }

    private static Export ready(Export export) {
        return export.with(new Export.State.Ready(export.requestedAt().plusSeconds(9), 12, 3_456, "ab".repeat(32)),
                export.expiresAt().plusSeconds(9));
    }

    private Export add(Actor actor, Export export, List<CreatorId> chosen) {
        transactions().run(actor, "test", () -> {
            jobs().add(Job.queued(export.job(), export.team(), "export", export.createdBy(), Map.of(), export.requestedAt()));
            exports().add(export, chosen);
        });
        return export;
    }

    private Optional<Exports.Taken> take(Export export, String file) {
        return write(of(export.team()), () -> exports().take(export.id(), file));
    }

    private boolean settle(Export after, String file) {
        return write(of(after.team()), () -> exports().settle(after, file));
    }

    private Optional<Export> giveUp(Export export) {
        return write(of(export.team()), () -> exports().giveUp(export.id(), "It was canceled."));
    }

    private Optional<Export> find(Actor actor, Export export) {
        return read(actor, () -> exports().find(export.id()));
    }

    private static Actor of(TeamId team) {
        return new Actor.System("test", team);
    }

    private <T> T read(Actor actor, Supplier<T> work) {
        return transactions().reading(actor, work);
    }

    private <T> T write(Actor actor, Supplier<T> work) {
        return transactions().inTransaction(actor, "test", work);
    }
}
