package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;
import java.util.Objects;

/**
 * Who reads texts. Two models that may answer differently differ in one of these: results are kept under it.
 *
 * @param source what kind of reader it is
 * @param provider who runs it, such as {@code tastemaker}, {@code onnx} or the host of an endpoint
 * @param name the model's name there, such as {@code cardiffnlp/twitter-roberta-base-sentiment-latest}
 * @param version its version, as far as it is known
 */
public record Model(Source source, String provider, String name, String version) {

    /** What kind of reader. */
    public enum Source implements Coded {
        /** Rules and word lists of this program. */
        RULE_BASED,
        /** A model that runs in this program. */
        LOCAL,
        /** A model that runs elsewhere. */
        REMOTE,
        /** Nobody: the neutral answer that stands where nothing could be read. */
        DEFAULTS;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Stands where no analyst could say anything. */
    public static final Model DEFAULTS = new Model(Source.DEFAULTS, "tastemaker", "defaults", "1");

    /** Checks that nothing is missing. */
    public Model {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
    }

    /**
     * Whether it is a model in the sense of what is sold as AI.
     *
     * @return true for local and remote models
     */
    public boolean isAi() {
        return source == Source.LOCAL || source == Source.REMOTE;
    }
}
