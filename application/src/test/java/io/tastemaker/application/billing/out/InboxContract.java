package io.tastemaker.application.billing.out;

import static io.tastemaker.application.billing.out.BillingFixtures.fresh;
import static io.tastemaker.application.billing.out.BillingFixtures.notice;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.billing.out.Inbox.Claim;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.StoredNotice;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every inbox does. It is empty at first. */
public abstract class InboxContract {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final TeamId TEAM = new TeamId(SeededIds.next());

    protected abstract PlatformTransactions platform();

    protected abstract Inbox inbox();

    @Test
    void a_notice_is_stored_once() {
        Notice notice = notice(NOON);
        assertThat(AtOnce.call(6, number -> inbox().add(notice, NOON))).containsOnlyOnce(true);
        Notice again = new Notice(notice.id(), "other", NOON, Optional.empty(), Optional.empty());
        assertThat(inbox().add(again, NOON.plusSeconds(1))).isFalse();
        assertThat(inbox().find(notice.id())).contains(
                new StoredNotice(notice, Notice.State.RECEIVED, 0, Optional.empty(), Optional.empty(), NOON, Optional.empty()));
        assertThat(inbox().find("unheard")).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_a_dead_letter_and_what_is_of_no_interest_is_ignored() {
        Notice unreadable = new Notice(fresh("evt"), "invoice.paid", NOON, Optional.empty(), Optional.of("no invoice in it"));
        Notice dull = new Notice(fresh("evt"), "plan.created", NOON, Optional.empty(), Optional.empty());
        inbox().add(unreadable, NOON);
        inbox().add(dull, NOON);
        assertThat(inbox().find(unreadable.id())).contains(new StoredNotice(unreadable, Notice.State.DEAD, 0, Optional.empty(),
                Optional.of("no invoice in it"), NOON, Optional.of(NOON)));
        assertThat(inbox().find(dull.id())).contains(
                new StoredNotice(dull, Notice.State.IGNORED, 0, Optional.empty(), Optional.empty(), NOON, Optional.of(NOON)));
        assertThat(inbox().claim(NOON, LEASE)).isEmpty();
    }

    @Test
    void the_notice_that_waited_longest_comes_first() {
        Notice second = add(NOON.minusSeconds(5), NOON.plusSeconds(1));
        Notice third = add(NOON.minusSeconds(1), NOON.plusSeconds(2));
        Notice first = add(NOON, NOON);
        Notice afterThird = add(NOON, NOON.plusSeconds(2));
        Instant now = NOON.plusSeconds(2);
        assertThat(Stream.generate(() -> claim(now).notice()).limit(4)).containsExactly(first, second, third, afterThird);
        assertThat(inbox().claim(now, LEASE)).isEmpty();
    }

    @Test
    void a_notice_is_in_one_pair_of_hands_until_the_lease_ends() {
        Notice notice = add(NOON, NOON);
        Claim lost = claim(NOON);
        assertThat(lost.attempts()).isEqualTo(1);
        assertThat(inbox().claim(NOON.plus(LEASE).minusNanos(1_000), LEASE)).isEmpty();
        Claim held = claim(NOON.plus(LEASE));
        assertThat(held.notice()).isEqualTo(notice);
        assertThat(held.attempts()).isEqualTo(2);

        assertThat(settle(lost, Notice.State.APPLIED)).isFalse();
        inbox().putBack(lost, NOON, "late", true);

        assertThat(inbox().find(notice.id()).orElseThrow().fault()).isEmpty();
        assertThat(settle(held, Notice.State.APPLIED)).isTrue();
        assertThat(settle(held, Notice.State.APPLIED)).as("once").isFalse();
    }

    @Test
    void many_workers_never_have_the_same_notice() {
        Set<String> added = IntStream.range(0, 40).mapToObj(number -> add(NOON, NOON).id()).collect(Collectors.toSet());
        List<String> claimed = AtOnce.call(8, worker -> {
            List<String> own = new ArrayList<>();
            for (Optional<Claim> next = inbox().claim(NOON, LEASE); next.isPresent(); next = inbox().claim(NOON, LEASE)) {
                own.add(next.get().notice().id());
            }
            return own;
        }).stream().flatMap(List::stream).toList();
        assertThat(claimed).doesNotHaveDuplicates().isSubsetOf(added);
        assertThat(inbox().claim(NOON, LEASE)).isEmpty();
        assertThat(claimed).hasSize(40);
    }

    @Test
    void what_became_of_a_notice_is_written() {
        Notice applied = add(NOON, NOON);
        assertThat(inbox().settle(claim(NOON), Notice.State.APPLIED, Optional.of(TEAM), Optional.empty(), NOON.plusSeconds(3))).isTrue();
        assertThat(inbox().find(applied.id())).contains(new StoredNotice(applied, Notice.State.APPLIED, 1, Optional.of(TEAM), Optional.empty(),
                NOON, Optional.of(NOON.plusSeconds(3))));
        Notice dead = add(NOON, NOON);
        assertThat(inbox().settle(claim(NOON), Notice.State.DEAD, Optional.empty(), Optional.of("no such plan"), NOON)).isTrue();
        assertThat(inbox().find(dead.id())).contains(new StoredNotice(dead, Notice.State.DEAD, 1, Optional.empty(), Optional.of("no such plan"),
                NOON, Optional.of(NOON)));
        assertThat(inbox().claim(NOON.plus(Duration.ofDays(9)), LEASE)).isEmpty();
    }

    @Test
    void a_notice_does_not_end_as_it_began() {
        add(NOON, NOON);
        Claim claim = claim(NOON);
        assertThatThrownBy(() -> settle(claim, Notice.State.RECEIVED)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_end_of_a_notice_joins_a_platform_transaction() {
        Notice notice = add(NOON, NOON);
        Claim claim = claim(NOON);
        assertThatThrownBy(() -> platform().run(system(TeamId.CATALOGUE), "test", () -> {
            assertThat(settle(claim, Notice.State.APPLIED)).isTrue();
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");
        assertThat(inbox().find(notice.id()).orElseThrow().state()).isEqualTo(Notice.State.RECEIVED);
        assertThat(settle(claim, Notice.State.APPLIED)).isTrue();
    }

    @Test
    void what_was_laid_back_waits_for_its_time_and_holds_up_nobody() {
        Notice waiting = add(NOON, NOON);
        Notice next = add(NOON.plusSeconds(1), NOON.plusSeconds(1));
        Claim first = claim(NOON);
        inbox().putBack(first, NOON.plusSeconds(20), "the provider is down", true);

        assertThat(inbox().find(waiting.id())).contains(new StoredNotice(waiting, Notice.State.RECEIVED, 1, Optional.empty(),
                Optional.of("the provider is down"), NOON, Optional.empty()));
        assertThat(claim(NOON.plusSeconds(19)).notice()).isEqualTo(next);
        assertThat(inbox().claim(NOON.plusSeconds(19), LEASE)).isEmpty();
        assertThat(settle(first, Notice.State.APPLIED)).as("it was given away").isFalse();
        Claim second = claim(NOON.plusSeconds(20));
        assertThat(second.notice()).isEqualTo(waiting);
        assertThat(second.attempts()).isEqualTo(2);

        inbox().putBack(second, NOON.plusSeconds(30), "the provider is down", false);
        assertThat(claim(NOON.plusSeconds(30)).attempts()).as("that was no attempt").isEqualTo(2);
    }

    @Test
    void a_notice_that_is_renewed_begins_anew_as_it_is_read_now() {
        Notice unreadable = new Notice(fresh("evt"), "invoice.paid", NOON, Optional.empty(), Optional.of("no invoice in it"));
        inbox().add(unreadable, NOON);
        Notice readable = new Notice(unreadable.id(), "invoice.payment_succeeded", NOON.minusSeconds(9),
                Optional.of(new Notice.Matter(Notice.Kind.INVOICE, "in_1")), Optional.empty());
        assertThat(inbox().renew(readable, NOON.plusSeconds(60))).isTrue();
        assertThat(inbox().find(readable.id())).contains(
                new StoredNotice(readable, Notice.State.RECEIVED, 0, Optional.empty(), Optional.empty(), NOON, Optional.empty()));
        Claim claim = claim(NOON.plusSeconds(60));
        assertThat(claim.notice()).isEqualTo(readable);
        inbox().settle(claim, Notice.State.APPLIED, Optional.of(TEAM), Optional.empty(), NOON.plusSeconds(61));
        assertThat(inbox().renew(unreadable, NOON.plusSeconds(62))).isTrue();
        assertThat(inbox().find(unreadable.id())).contains(new StoredNotice(unreadable, Notice.State.DEAD, 0, Optional.empty(),
                Optional.of("no invoice in it"), NOON, Optional.of(NOON.plusSeconds(62))));
    }

    @Test
    void a_notice_is_not_renewed_while_somebody_works_on_it() {
        Notice notice = add(NOON, NOON);
        Claim lost = claim(NOON);
        assertThat(inbox().renew(notice, NOON.plus(LEASE).minusNanos(1_000))).isFalse();
        assertThat(inbox().renew(notice, NOON.plus(LEASE))).isTrue();
        assertThat(settle(lost, Notice.State.APPLIED)).isFalse();
        assertThat(inbox().renew(notice, NOON.plus(LEASE))).as("one that waits").isTrue();
        assertThat(claim(NOON.plus(LEASE)).attempts()).isEqualTo(1);
        assertThat(inbox().renew(notice(NOON), NOON)).as("one that nobody heard of").isFalse();
    }

    @Test
    void notices_are_listed_the_newest_first_in_pages_without_gap_or_repeat() {
        for (int number = 0; number < 7; number++) {
            add(NOON.minusSeconds(number), NOON.plusSeconds(number / 3));
        }
        settle(claim(NOON.plusSeconds(9)), Notice.State.APPLIED);
        settle(claim(NOON.plusSeconds(9)), Notice.State.DEAD);
        assertThat(listed(Set.of())).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo(
                Comparator.comparing(StoredNotice::receivedAt).thenComparing(stored -> stored.notice().id()).reversed());
        assertThat(listed(Set.of(Notice.State.RECEIVED))).hasSize(5);
        assertThat(listed(Set.of(Notice.State.APPLIED, Notice.State.DEAD))).hasSize(2);
        assertThat(listed(Set.of(Notice.State.IGNORED))).isEmpty();
    }

    @Test
    void what_was_settled_long_ago_is_forgotten_and_what_waits_or_is_dead_is_not() {
        for (Notice.State state : List.of(Notice.State.APPLIED, Notice.State.IGNORED, Notice.State.DEAD)) {
            add(NOON, NOON);
            settle(claim(NOON), state);
        }
        add(NOON, NOON);
        assertThat(inbox().forget(NOON)).isZero();
        assertThat(inbox().forget(NOON.plusNanos(1_000))).isEqualTo(2);
        assertThat(listed(Set.of())).extracting(StoredNotice::state).containsExactlyInAnyOrder(Notice.State.DEAD, Notice.State.RECEIVED);
    }

    @Test
    void notices_are_counted_by_their_state() {
        add(NOON, NOON);
        add(NOON, NOON);
        settle(claim(NOON), Notice.State.DEAD);
        add(NOON, NOON);
        assertThat(inbox().count(Notice.State.RECEIVED)).isEqualTo(2);
        assertThat(inbox().count(Notice.State.DEAD)).isEqualTo(1);
        assertThat(inbox().count(Notice.State.APPLIED)).isZero();
    }

    private Notice add(Instant createdAt, Instant now) {
        Notice notice = notice(createdAt);
        assertThat(inbox().add(notice, now)).isTrue();
        return notice;
    }

    private Claim claim(Instant now) {
        return inbox().claim(now, LEASE).orElseThrow();
    }

    private boolean settle(Claim claim, Notice.State state) {
        return inbox().settle(claim, state, Optional.empty(), Optional.empty(), NOON);
    }

    private List<StoredNotice> listed(Set<Notice.State> states) {
        List<StoredNotice> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<StoredNotice> page = inbox().list(states, new PageRequest(2, after));
            seen.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return seen;
    }
}
