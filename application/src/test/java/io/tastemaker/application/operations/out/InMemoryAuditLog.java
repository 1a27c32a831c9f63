package io.tastemaker.application.operations.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.operations.AuditEntry;
import io.tastemaker.domain.operations.AuditHead;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The audit log of the transactions in memory, chained as it is read; one deed per second, from the beginning of time. */
public final class InMemoryAuditLog implements AuditLog {

    private final InMemoryTransactions transactions;

    public InMemoryAuditLog(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Page<AuditEntry> list(Filter filter, PageRequest page) {
        List<AuditEntry> found = entries().stream()
                .filter(entry -> filter.actor().map(entry.actor()::equals).orElse(true))
                .filter(entry -> filter.action().map(entry.action()::startsWith).orElse(true))
                .filter(entry -> filter.subjectType().map(type -> entry.subject().map(Subject::type).equals(Optional.of(type))).orElse(true))
                .filter(entry -> filter.subjectId().map(id -> entry.subject().map(Subject::id).equals(Optional.of(id))).orElse(true))
                .filter(entry -> filter.from().map(from -> !entry.at().isBefore(from)).orElse(true))
                .filter(entry -> filter.to().map(entry.at()::isBefore).orElse(true))
                .filter(entry -> page.after().map(after -> entry.seq() < Long.parseLong(after)).orElse(true))
                .sorted(Comparator.comparing(AuditEntry::seq).reversed())
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(found, page.limit(), last -> Long.toString(last.seq()));
    }

    @Override
    public Page<AuditEntry> deeds(Subject subject, PageRequest page) {
        List<AuditEntry> found = entries().reversed().stream()
                .filter(entry -> entry.subject().equals(Optional.of(subject)) && !entry.action().endsWith(Transactions.REFUSED))
                .filter(entry -> page.after().map(after -> entry.seq() < Long.parseLong(after)).orElse(true))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(found, page.limit(), last -> Long.toString(last.seq()));
    }

    @Override
    public List<AuditEntry> after(long seq, int limit) {
        return entries().stream().filter(entry -> entry.seq() > seq).limit(limit).toList();
    }

    @Override
    public List<Tally> tallies(Instant from, Instant to) {
        Map<Tally, Long> counted = entries().stream()
                .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(to))
                .collect(Collectors.groupingBy(entry -> new Tally(entry.actor(), entry.action(), 1), Collectors.counting()));
        return counted.entrySet().stream()
                .map(count -> new Tally(count.getKey().actor(), count.getKey().action(), count.getValue()))
                .sorted(Comparator.comparing(Tally::actor).thenComparing(Tally::action))
                .toList();
    }

    @Override
    public Optional<AuditHead> head() {
        List<AuditEntry> entries = entries();
        return Optional.of(entries.isEmpty() ? AuditHead.START : entries.getLast().head());
    }

    private List<AuditEntry> entries() {
        TeamId team = transactions.team();
        List<AuditEntry> chain = new ArrayList<>();
        AuditHead head = AuditHead.START;
        long second = 0;
        for (InMemoryTransactions.Done done : transactions.done()) {
            second++;
            if (done.actor().team().equals(team)) {
                AuditEntry entry = new AuditEntry(team, 0, Instant.ofEpochSecond(second), done.actor().label(), done.action(), done.subject(),
                        done.changes(), done.origin().requestId(), done.origin().address(), "", "").chainedTo(head);
                chain.add(entry);
                head = entry.head();
            }
        }
        return chain;
    }
}
