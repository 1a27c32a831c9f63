package io.tastemaker.adapters.ai.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tastemaker.adapters.ai.shared.Json;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Guess.Likely;
import io.tastemaker.domain.shared.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Languages as {@code papluca/xlm-roberta-base-language-detection} names them: by their codes. */
final class LanguageClassifier implements Classifier {

    @Override
    public ObjectNode parameters() {
        return Json.object().put("top_k", Guesses.MOST).put("truncation", true);
    }

    @Override
    public Optional<Findings> findings(Map<String, Double> scores) {
        List<Likely<Language>> likely = new ArrayList<>();
        for (Map.Entry<String, Double> score : scores.entrySet()) {
            Optional<Language> language = Languages.of(score.getKey());
            if (language.isEmpty()) {
                return Optional.empty();
            }
            likely.add(new Likely<>(language.get(), score.getValue()));
        }
        return Guesses.ofLanguages(likely).map(Findings.NOTHING::withLanguage);
    }
}
