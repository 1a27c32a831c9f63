package io.tastemaker.adapters.ai.content;

import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.domain.content.Model;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The models that lie in a directory of this machine, in one sub-directory for each task: {@code language}, {@code sentiment} and
 * {@code category}, at least one of them. Each holds {@code model.onnx} (or {@code onnx/model.onnx}), {@code tokenizer.json},
 * {@code config.json} and perhaps {@code tokenizer_config.json}, as models of Hugging Face are exported. {@code category} is a model that
 * judges whether one sentence follows from another, such as {@code facebook/bart-large-mnli}.
 *
 * <p>The models are loaded when they are opened, once, and stay in the memory of the process until they are closed, outside of the heap of
 * Java: each takes its file's length and some tens of megabytes for its tokenizer (hundreds for a vocabulary of 250,000 words), and while
 * it reads up to about a hundred more. Nothing is fetched and nothing is reported, by any of the libraries.
 */
public final class LocalModels implements AutoCloseable {

    /** What came of opening. */
    public sealed interface Opened {
        /**
         * The models are loaded.
         *
         * @param models all of them; to be closed
         */
        record Open(LocalModels models) implements Opened {}

        /**
         * Some are not as they must be, and none is loaded.
         *
         * @param faults each says which file in which directory, and what is wrong with it; at least one
         */
        record Faulty(List<String> faults) implements Opened {
            /** Copies the list. */
            public Faulty {
                faults = List.copyOf(faults);
            }
        }

        /**
         * The directory looks good, but this machine cannot run models.
         *
         * @param reason why, for an operator: the platform is not known to the libraries, or they were taken away
         */
        record Unsupported(String reason) implements Opened {}
    }

    private record Loaded(ModelFolder folder, Model model, LocalModel weights) {}

    private final LocalRoom room;
    private final List<Loaded> loaded;
    private final List<ContentAnalyst> analysts;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalModels(List<Loaded> loaded, LocalLimits limits, InstantSource clock) {
        this.loaded = loaded;
        room = new LocalRoom(limits.atOnce());
        analysts = loaded.stream().map(each -> LocalAnalyst.of(each.model(), each.folder().task(), each.weights(), room,
                new LocalBreaker(each.model().name(), limits, clock))).toList();
    }

    /**
     * Loads the models of a directory; takes seconds for large ones. Of the machine's cores, one is left to others.
     *
     * @param directory where they lie
     * @param clock tells how long a model that failed is left alone
     * @return the models, or all that is wrong with them
     */
    public static Opened open(Path directory, InstantSource clock) {
        return open(directory, LocalLimits.of(Runtime.getRuntime().availableProcessors()), clock);
    }

    static Opened open(Path directory, LocalLimits limits, InstantSource clock) {
        Faults faults = new Faults();
        List<ModelFolder> folders = ModelFolder.below(directory, faults);
        Optional<String> missing = Natives.missing();
        List<Loaded> loaded = new ArrayList<>();
        if (missing.isEmpty()) {
            folders.forEach(folder -> load(folder, limits, faults).ifPresent(loaded::add));
        }
        if (!faults.isEmpty()) {
            loaded.forEach(each -> each.weights().close());
            return new Opened.Faulty(faults.all());
        }
        return missing.<Opened>map(Opened.Unsupported::new).orElseGet(() -> new Opened.Open(new LocalModels(loaded, limits, clock)));
    }

    private static Optional<Loaded> load(ModelFolder folder, LocalLimits limits, Faults faults) {
        return folder.identity(faults).flatMap(model ->
                OnnxModel.open(folder, limits.threads(), faults).map(weights -> new Loaded(folder, model, weights)));
    }

    /**
     * Who reads.
     *
     * @return one analyst for each sub-directory, each for one task; after closing they answer that they failed
     */
    public List<ContentAnalyst> analysts() {
        return analysts;
    }

    /** Ends what is being read and gives the memory back. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            room.close();
            loaded.forEach(each -> each.weights().close());
        }
    }
}
