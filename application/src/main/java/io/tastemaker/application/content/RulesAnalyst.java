package io.tastemaker.application.content;

import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.LanguageDetector;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.shared.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The rules as an analyst: no network, and always there. Where the language of a text is not known yet, the detector tells it. */
final class RulesAnalyst implements ContentAnalyst {

    private final Supplier<ContentUseCases.Rules> rules;
    private final LanguageDetector detector;

    RulesAnalyst(Supplier<ContentUseCases.Rules> rules, LanguageDetector detector) {
        this.rules = rules;
        this.detector = detector;
    }

    @Override
    public Model model() {
        return new Model(Model.Source.RULE_BASED, "tastemaker", "rules", rules.get().sentiment().version() + ";" + rules.get().category().version());
    }

    @Override
    public Set<Task> tasks() {
        return Set.of(Task.SENTIMENT, Task.CATEGORY);
    }

    @Override
    public boolean isUp() {
        return true;
    }

    @Override
    public Answer read(List<Passage> texts, Set<Task> tasks, Duration within) {
        return new Answer.Read(texts.stream().map(passage -> read(passage, tasks)).toList());
    }

    private Findings read(Passage passage, Set<Task> tasks) {
        Optional<Language> language = passage.language()
                .or(() -> detector.detect(passage.text()).best().map(Guess.Likely::value));
        Findings findings = Findings.NOTHING;
        if (tasks.contains(Task.SENTIMENT)) {
            findings = findings.with(rules.get().sentiment().sentiment(passage.text(), language));
        }
        if (tasks.contains(Task.CATEGORY)) {
            findings = findings.withCategory(rules.get().category().categories(passage.text(), language));
        }
        return findings;
    }
}
