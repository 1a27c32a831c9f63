package io.tastemaker.adapters.ai.content;

import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.shared.Category;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The subjects of a text, by a model that judges whether one sentence follows from another: each category is a claim about the text, and
 * judged for itself.
 *
 * @param follows the label for a claim that follows
 * @param contradicts the label for one that does not
 */
record LocalCategory(int follows, int contradicts) implements LocalTask {

    /** A category that is likelier wrong than right is not said. */
    private static final double LEAST = 0.5;

    /** A text is about little; such models like to say yes. */
    private static final int MOST = 3;

    private static final List<Category> CATEGORIES = List.of(Category.values());

    private static final Comparator<Guess.Likely<Category>> LIKELIEST_FIRST =
            Comparator.comparingDouble((Guess.Likely<Category> likely) -> -likely.confidence()).thenComparing(Guess.Likely::value);

    static Optional<LocalTask> of(List<String> names, Path directory, Faults faults) {
        int follows = find(names, "entail");
        int contradicts = Math.max(find(names, "contradict"), find(names, "not_entail"));
        if (follows < 0 || contradicts < 0) {
            faults.add(directory, "category needs a model that judges whether a sentence follows: id2label of config.json must name"
                    + " entailment and contradiction, and names " + names);
            return Optional.empty();
        }
        return Optional.of(new LocalCategory(follows, contradicts));
    }

    private static int find(List<String> names, String beginning) {
        return IntStream.range(0, names.size())
                .filter(label -> names.get(label).toLowerCase(Locale.ROOT).startsWith(beginning))
                .findFirst().orElse(-1);
    }

    @Override
    public Task task() {
        return Task.CATEGORY;
    }

    @Override
    public List<LocalSequence> sequences(String text) {
        return text.isBlank() ? List.of()
                : CATEGORIES.stream().map(category -> new LocalSequence(text, Optional.of(claim(category)))).toList();
    }

    @Override
    public Findings ofNothing() {
        return Findings.NOTHING.withCategory(Guess.none());
    }

    @Override
    public Findings findings(List<double[]> logits) {
        List<Guess.Likely<Category>> likely = new ArrayList<>();
        for (Category category : CATEGORIES) {
            double[] row = logits.get(category.ordinal());
            double confidence = Softmax.of(row[follows], row[contradicts])[0];
            if (confidence >= LEAST) {
                likely.add(new Guess.Likely<>(category, Softmax.told(confidence)));
            }
        }
        return Findings.NOTHING.withCategory(new Guess<>(likely.stream().sorted(LIKELIEST_FIRST).limit(MOST).toList()));
    }

    static String claim(Category category) {
        return "This text is about " + CategoryWords.of(category) + ".";
    }
}
