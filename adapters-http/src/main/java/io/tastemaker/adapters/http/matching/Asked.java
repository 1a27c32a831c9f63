package io.tastemaker.adapters.http.matching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tastemaker.adapters.http.shared.JsonText;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.CreatorId;
import java.time.LocalDate;
import java.util.Set;

/** What a search asks on a day, and all that follows from it alone. Two of them are the same only when they are one. */
final class Asked {

    private final QuestionJson question;
    private final LocalDate day;
    private final SearchCriteria criteria;
    private final Set<CreatorId> similarTo;
    private final String text;

    private Asked(QuestionJson question, LocalDate day) {
        this.question = question;
        this.day = day;
        this.criteria = Criteria.of(question, day);
        this.similarTo = Criteria.similarTo(question.filters());
        this.text = JsonText.of(question);
    }

    /** As it was put. */
    QuestionJson question() {
        return question;
    }

    SearchCriteria criteria() {
        return criteria;
    }

    /** Whom the creators should be like. */
    Set<CreatorId> similarTo() {
        return similarTo;
    }

    /** As the history keeps it. */
    String text() {
        return text;
    }

    /** Works it out once for each body, as long as the body is remembered: equal bodies that are remembered are one. */
    static final class Memory {

        private static final int MOST = 50_000;

        private final Cache<SearchJson, Asked> known = Caffeine.newBuilder().executor(Runnable::run).weakKeys().maximumSize(MOST).build();

        Asked of(SearchJson body, LocalDate day) {
            Asked before = known.getIfPresent(body);
            if (before != null && before.day.equals(day)) {
                return before;
            }
            Asked asked = new Asked(body.question(), day);
            known.put(body, asked);
            return asked;
        }
    }
}
