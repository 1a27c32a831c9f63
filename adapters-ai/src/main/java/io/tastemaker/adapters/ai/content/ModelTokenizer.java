package io.tastemaker.adapters.ai.content;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.tastemaker.domain.content.FallbackReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tokenizer that a model was made with. It is given as bytes and never by name: a name would be looked up in the network. */
final class ModelTokenizer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelTokenizer.class);

    /**
     * A row as a model takes it.
     *
     * @param ids its tokens
     * @param types for each of them, whether it belongs to the text (0) or to the claim about it (1)
     */
    record Tokens(long[] ids, long[] types) {
        int length() {
            return ids.length;
        }
    }

    private final HuggingFaceTokenizer tokenizer;

    private ModelTokenizer(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    static Optional<ModelTokenizer> open(ModelFolder folder, Faults faults) {
        String most = String.valueOf(folder.config().mostTokens());
        Map<String, String> options = Map.of("padding", "false", "truncation", "only_first", "maxLength", most, "modelMaxLength", most);
        Path file = folder.directory().resolve(ModelFolder.TOKENIZER);
        try (InputStream content = Files.newInputStream(file)) {
            return Optional.of(new ModelTokenizer(HuggingFaceTokenizer.newInstance(content, options)));
        } catch (IOException | RuntimeException fault) { // the native side throws nothing more special
            LOG.debug("a tokenizer that cannot be used", fault);
            faults.add(folder.directory(), ModelFolder.TOKENIZER + " is no tokenizer: " + fault.getMessage());
            return Optional.empty();
        }
    }

    /** The tokens of a row; a text that is too long is cut, the claim is not. */
    Tokens tokens(LocalSequence row) throws NoLogits {
        try {
            Encoding encoding = row.claim().map(claim -> tokenizer.encode(row.text(), claim)).orElseGet(() -> tokenizer.encode(row.text()));
            return new Tokens(encoding.getIds(), encoding.getTypeIds());
        } catch (RuntimeException fault) { // the native side throws nothing more special
            LOG.warn("a local model's tokenizer failed: {}", fault.getMessage());
            throw new NoLogits(FallbackReason.FAILED);
        }
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
