package io.tastemaker.domain.operations;

import io.tastemaker.domain.shared.Coded;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Whether a team's audit log is as it was written. */
public sealed interface AuditVerdict {

    /** How many entries are looked at together. */
    int PAGE = 1_000;

    /**
     * Every entry is as it was written, and none is missing.
     *
     * @param head the last one
     */
    record Whole(AuditHead head) implements AuditVerdict {}

    /**
     * Somebody went around the program.
     *
     * @param seq the first entry that is not as it was written
     * @param flaw what is wrong with it
     */
    record Broken(long seq, Flaw flaw) implements AuditVerdict {}

    /** What can be wrong with an entry. */
    enum Flaw implements Coded {
        /** It says something else than what was written. */
        EDITED,
        /** It is gone. */
        REMOVED,
        /** It was never written. */
        INSERTED,
        /** Another entry stands in its place, and it in that one's. */
        SWAPPED;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The entries of one team. */
    @FunctionalInterface
    interface Entries {

        /**
         * The next entries.
         *
         * @param seq the number behind which they begin
         * @param limit how many, at least 1
         * @return up to so many, in the order of their numbers
         */
        List<AuditEntry> after(long seq, int limit);
    }

    /**
     * Goes along a log from its first entry and computes every hash anew; holds no more than a page of it in memory.
     *
     * @param head the end of the log, as it was remembered
     * @param entries the log
     * @return that it is whole, or the first entry that is not as it was written
     */
    static AuditVerdict of(AuditHead head, Entries entries) {
        AuditHead last = AuditHead.START;
        List<AuditEntry> page = entries.after(Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            for (AuditEntry entry : page) {
                if (!entry.follows(last)) {
                    return broken(head, last, entry, entries);
                }
                last = entry.head();
            }
            page = entries.after(last.seq(), PAGE);
        }
        if (last.seq() < head.seq()) {
            return new Broken(last.seq() + 1, Flaw.REMOVED);
        }
        if (last.seq() > head.seq()) {
            return new Broken(head.seq() + 1, Flaw.INSERTED);
        }
        return last.equals(head) ? new Whole(head) : new Broken(head.seq(), Flaw.EDITED);
    }

    private static AuditVerdict broken(AuditHead head, AuditHead last, AuditEntry wrong, Entries entries) {
        long place = last.seq() + 1;
        if (wrong.seq() < place || wrong.seq() > head.seq()) {
            return new Broken(wrong.seq(), Flaw.INSERTED);
        }
        if (wrong.seq() > place) {
            return new Broken(place, Flaw.REMOVED);
        }
        if (wrong.wasWrittenAs(place)) { // behind another one, so that one was rewritten, hash and all
            return new Broken(Math.max(1, last.seq()), Flaw.EDITED);
        }
        long written = LongStream.rangeClosed(1, head.seq()).filter(wrong::wasWrittenAs).findFirst().orElse(0);
        if (written > place) { // the entry of this place stands in the other's, or is gone and the later ones were numbered anew
            return new Broken(place, wasWritten(entries, written, place) ? Flaw.SWAPPED : Flaw.REMOVED);
        }
        if (written > 0) { // entries that are whole in themselves stand between
            return new Broken(written, Flaw.INSERTED);
        }
        return new Broken(place, wasWritten(entries, place + 1, place) ? Flaw.INSERTED : Flaw.EDITED);
    }

    /** Whether the entry that stands in one place was written for another. */
    private static boolean wasWritten(Entries entries, long standsAt, long writtenAs) {
        return entries.after(standsAt - 1, 1).stream().anyMatch(entry -> entry.seq() == standsAt && entry.wasWrittenAs(writtenAs));
    }
}
