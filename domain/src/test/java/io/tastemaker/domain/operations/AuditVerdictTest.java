package io.tastemaker.domain.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.operations.AuditVerdict.Broken;
import io.tastemaker.domain.operations.AuditVerdict.Flaw;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditVerdictTest {

    private static final TeamId TEAM = TeamId.of("0195b000-0000-7000-8000-000000000001");
    private static final int ENTRIES = AuditVerdict.PAGE + 5;

    private final TreeMap<Long, AuditEntry> log = new TreeMap<>();
    private AuditHead head = AuditHead.START;

    @BeforeEach
    void write() {
        for (int number = 1; number <= ENTRIES; number++) {
            AuditEntry entry = deed("deed " + number).chainedTo(head);
            log.put(entry.seq(), entry);
            head = entry.head();
        }
    }

    @Test
    void what_nobody_touched_is_whole() {
        assertThat(verdict()).isEqualTo(new AuditVerdict.Whole(head));
        assertThat(head.seq()).isEqualTo(ENTRIES);
    }

    @Test
    void an_empty_log_is_whole() {
        log.clear();
        head = AuditHead.START;
        assertThat(verdict()).isEqualTo(new AuditVerdict.Whole(AuditHead.START));
    }

    @Test
    void every_part_of_an_entry_is_in_its_hash() {
        AuditEntry whole = log.get(7L);
        Set<String> hashes = new HashSet<>();
        List<AuditEntry> others = List.of(
                whole,
                with(whole, TeamId.CATALOGUE, whole.at(), "a", "b", whole.subject(), whole.changes(), whole.requestId(), whole.address()),
                with(whole, TEAM, whole.at().plusNanos(1_000), "a", "b", whole.subject(), whole.changes(), whole.requestId(), whole.address()),
                with(whole, TEAM, whole.at(), "ab", "", whole.subject(), whole.changes(), whole.requestId(), whole.address()),
                with(whole, TEAM, whole.at(), "", "ab", whole.subject(), whole.changes(), whole.requestId(), whole.address()),
                with(whole, TEAM, whole.at(), "a", "b", Optional.empty(), whole.changes(), whole.requestId(), whole.address()),
                with(whole, TEAM, whole.at(), "a", "b", whole.subject(), List.of(), whole.requestId(), whole.address()),
                with(whole, TEAM, whole.at(), "a", "b", whole.subject(), whole.changes(), whole.address(), whole.requestId()),
                with(whole, TEAM, whole.at(), "a", "b", whole.subject(), List.of(new Change("x", Optional.empty(), Optional.of("y"))),
                        whole.requestId(), whole.address()),
                with(whole, TEAM, whole.at(), "a", "b", whole.subject(), List.of(new Change("x", Optional.of("y"), Optional.empty())),
                        whole.requestId(), whole.address()));
        others.forEach(entry -> hashes.add(entry.chainedTo(AuditHead.START).hash()));
        assertThat(hashes).hasSize(others.size());
    }

    @Test
    void an_edited_entry_is_named() {
        log.put(500L, copy(log.get(500L), 500, "something else"));
        assertThat(verdict()).isEqualTo(new Broken(500, Flaw.EDITED));
    }

    @Test
    void an_entry_that_was_edited_together_with_its_hash_is_named() {
        for (long number : List.of(500L, (long) AuditVerdict.PAGE, (long) ENTRIES)) {
            AuditEntry before = log.get(number);
            log.put(number, deed("something else").chainedTo(log.get(number - 1).head()));
            assertThat(verdict()).as("entry " + number).isEqualTo(new Broken(number, Flaw.EDITED));
            log.put(number, before);
        }
    }

    @Test
    void a_removed_entry_is_named() {
        log.remove(500L);
        assertThat(verdict()).isEqualTo(new Broken(500, Flaw.REMOVED));
    }

    @Test
    void a_removed_entry_is_named_though_the_later_ones_were_numbered_anew() {
        renumber(log.tailMap(500L, false).values(), -1);
        log.remove((long) ENTRIES);
        assertThat(verdict()).isEqualTo(new Broken(500, Flaw.REMOVED));
    }

    @Test
    void the_first_of_a_tail_that_was_cut_off_is_named() {
        log.tailMap(1_001L).clear();
        assertThat(verdict()).isEqualTo(new Broken(1_001, Flaw.REMOVED));
        log.clear();
        assertThat(verdict()).isEqualTo(new Broken(1, Flaw.REMOVED));
    }

    @Test
    void an_inserted_entry_is_named() {
        for (AuditEntry forged : List.of(deed("forged").chainedTo(log.get(499L).head()), copy(deed("forged"), 500, "forged"))) {
            TreeMap<Long, AuditEntry> before = new TreeMap<>(log);
            renumber(before.tailMap(500L).values(), 1);
            log.put(500L, forged);
            assertThat(verdict()).isEqualTo(new Broken(500, Flaw.INSERTED));
            log.clear();
            log.putAll(before);
        }
    }

    @Test
    void an_entry_behind_the_head_or_before_the_first_is_an_inserted_one() {
        log.put(ENTRIES + 1L, deed("forged").chainedTo(head));
        assertThat(verdict()).isEqualTo(new Broken(ENTRIES + 1, Flaw.INSERTED));
        log.put(ENTRIES + 1L, copy(deed("forged"), ENTRIES + 1, "forged"));
        assertThat(verdict()).isEqualTo(new Broken(ENTRIES + 1, Flaw.INSERTED));
        log.put(-3L, copy(deed("forged"), -3, "forged"));
        assertThat(verdict()).isEqualTo(new Broken(-3, Flaw.INSERTED));
    }

    @Test
    void two_swapped_entries_are_named_by_the_first() {
        for (long other : List.of(501L, 1_003L)) {
            TreeMap<Long, AuditEntry> before = new TreeMap<>(log);
            log.put(500L, numbered(before.get(other), 500));
            log.put(other, numbered(before.get(500L), other));
            assertThat(verdict()).isEqualTo(new Broken(500, Flaw.SWAPPED));
            log.putAll(before);
        }
    }

    private void renumber(Iterable<AuditEntry> entries, int by) {
        List<AuditEntry> moved = new ArrayList<>();
        entries.forEach(moved::add);
        moved.forEach(entry -> log.put(entry.seq() + by, numbered(entry, entry.seq() + by)));
    }

    private AuditVerdict verdict() {
        return AuditVerdict.of(head, (seq, limit) -> log.tailMap(seq, false).values().stream().limit(limit).toList());
    }

    private static AuditEntry deed(String action) {
        return new AuditEntry(TEAM, 0, Instant.ofEpochSecond(1_800_000_000), "user:1", action, Optional.of(Subject.of("campaign", "1")),
                List.of(new Change("name", Optional.empty(), Optional.of("Summer"))), Optional.of("r"), Optional.of("127.0.0.1"), "", "");
    }

    private static AuditEntry numbered(AuditEntry entry, long number) {
        return copy(entry, number, entry.action());
    }

    private static AuditEntry copy(AuditEntry entry, long number, String action) {
        return new AuditEntry(entry.team(), number, entry.at(), entry.actor(), action, entry.subject(), entry.changes(), entry.requestId(),
                entry.address(), entry.previous(), entry.hash());
    }

    private static AuditEntry with(
            AuditEntry entry, TeamId team, Instant at, String actor, String action, Optional<Subject> subject, List<Change> changes,
            Optional<String> requestId, Optional<String> address) {
        return new AuditEntry(team, 0, at, actor, action, subject, changes, requestId, address, entry.previous(), entry.hash());
    }
}
