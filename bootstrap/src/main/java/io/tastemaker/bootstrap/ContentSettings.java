package io.tastemaker.bootstrap;

import io.tastemaker.adapters.ai.shared.Endpoint;
import io.tastemaker.adapters.integrations.content.DecodoSettings;
import io.tastemaker.domain.content.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who reads texts, and where profiles are fetched.
 *
 * @param analysts the chosen ones in the order in which they are asked; none when the rules are
 * @param chat the endpoint of a chat model
 * @param inference the endpoint of a model for each task
 * @param models where local models lie
 * @param decodo where profiles are fetched
 * @param interpreter the model that understands briefs before the rules; none when the rules do
 */
record ContentSettings(List<Kind> analysts, Optional<Endpoint> chat, Map<Task, Endpoint> inference, Optional<Path> models,
        Optional<DecodoSettings> decodo, Optional<Endpoint> interpreter) {

    /** The rules read, and nothing is fetched. */
    static final ContentSettings RULES = new ContentSettings(List.of(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty(),
            Optional.empty());

    /** What kinds of analysts can be chosen. */
    enum Kind { CHAT, INFERENCE, LOCAL }
}
