package io.tastemaker.domain.outreach;

import java.time.Duration;
import java.util.List;

/**
 * How long an invitation waits for its answer, and when it is brought to mind.
 *
 * @param days after how many days it expires, 1 to {@link #MOST_DAYS}
 * @param remindAfterDays after how many days without an answer a reminder is written, growing, each before the end; at most
 *     {@link #MOST_REMINDERS}
 */
public record InvitationTerms(int days, List<Integer> remindAfterDays) {

    /** The longest life: who has not answered in a quarter will not. */
    public static final int MOST_DAYS = 90;
    /** More reminders than these are no reminders. */
    public static final int MOST_REMINDERS = 5;
    /** Two weeks, with a word after three days and after seven: what agencies do. */
    public static final InvitationTerms USUAL = new InvitationTerms(14, List.of(3, 7));

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when one lies outside its bounds
     */
    public InvitationTerms {
        remindAfterDays = List.copyOf(remindAfterDays);
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("an invitation lives 1 to 90 days: " + days);
        }
        if (remindAfterDays.size() > MOST_REMINDERS) {
            throw new IllegalArgumentException("at most 5 reminders: " + remindAfterDays);
        }
        int last = 0;
        for (int day : remindAfterDays) {
            if (day <= last || day >= days) {
                throw new IllegalArgumentException("reminders come later and later, and before the end: " + remindAfterDays);
            }
            last = day;
        }
    }

    /**
     * How long it lives.
     *
     * @return whole days
     */
    public Duration life() {
        return Duration.ofDays(days);
    }
}
