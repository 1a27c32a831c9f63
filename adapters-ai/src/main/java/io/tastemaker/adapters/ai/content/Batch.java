package io.tastemaker.adapters.ai.content;

import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.ContentAnalyst.Answer;
import io.tastemaker.application.content.out.ContentAnalyst.Passage;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Sentiment;
import io.tastemaker.domain.content.Task;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What one call asks about which texts. Texts without any word are not sent to anybody: nothing can be read in them, and some models refuse
 * them.
 *
 * @param passages the texts, ready to be sent
 * @param tasks what is asked, in the order of the vocabulary
 */
record Batch(List<Passage> passages, Set<Task> tasks) {

    /**
     * Makes texts ready to be sent.
     *
     * @throws IllegalArgumentException when there is no text or too many, or when something is asked that is not known
     */
    static Batch of(List<Passage> texts, Set<Task> asked, Set<Task> known, int mostCharacters) {
        if (texts.isEmpty() || texts.size() > ContentAnalyst.MOST_TEXTS) {
            throw new IllegalArgumentException("from 1 to " + ContentAnalyst.MOST_TEXTS + " texts can be read at once, not " + texts.size());
        }
        if (!known.containsAll(asked)) {
            throw new IllegalArgumentException("can be asked for " + known + ", not for " + asked);
        }
        List<Passage> ready = texts.stream()
                .map(text -> new Passage(SafeText.of(text.text(), mostCharacters), text.language())).toList();
        return new Batch(ready, new TreeSet<>(asked));
    }

    String text(int number) {
        return passages.get(number).text();
    }

    /** The numbers of the texts that have something in them; none if nothing is asked about them. */
    List<Integer> worded() {
        return tasks.isEmpty() ? List.of()
                : IntStream.range(0, passages.size()).filter(number -> !text(number).isBlank()).boxed().toList();
    }

    /** All findings in their order, of those that were found under the numbers of their texts. */
    Answer.Read answer(Map<Integer, Findings> found) {
        return new Answer.Read(IntStream.range(0, passages.size())
                .mapToObj(number -> text(number).isBlank() ? wordless() : found.getOrDefault(number, Findings.NOTHING)).toList());
    }

    private Findings wordless() {
        Findings findings = Findings.NOTHING;
        for (Task task : tasks) {
            findings = switch (task) {
                case LANGUAGE -> findings.withLanguage(Guess.none());
                case SENTIMENT -> findings.with(Sentiment.NEUTRAL);
                case CATEGORY -> findings.withCategory(Guess.none());
            };
        }
        return findings;
    }
}
