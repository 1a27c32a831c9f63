package io.tastemaker.adapters.ai.content;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import io.tastemaker.adapters.ai.content.ModelTokenizer.Tokens;
import io.tastemaker.domain.content.FallbackReason;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model in ONNX Runtime, with its tokenizer. Only for when {@link Natives} says that the libraries are there. */
final class OnnxModel implements LocalModel {

    private static final Logger LOG = LoggerFactory.getLogger(OnnxModel.class);

    private static final double[] NOT_COME_TO = {};
    private static final String GIVE_MEMORY_BACK = "memory.enable_memory_arena_shrinkage";

    private final ModelFolder folder;
    private final OrtSession session;
    private final ModelTokenizer tokenizer;

    private OnnxModel(ModelFolder folder, OrtSession session, ModelTokenizer tokenizer) {
        this.folder = folder;
        this.session = session;
        this.tokenizer = tokenizer;
    }

    /** Loads a model and its tokenizer; notes why it cannot be used. */
    static Optional<LocalModel> open(ModelFolder folder, int threads, Faults faults) {
        Optional<ModelTokenizer> tokenizer = ModelTokenizer.open(folder, faults);
        Optional<OrtSession> session = OnnxSessions.open(folder, threads, faults);
        if (tokenizer.isPresent() && session.isPresent()) {
            return Optional.of(new OnnxModel(folder, session.get(), tokenizer.get()));
        }
        tokenizer.ifPresent(ModelTokenizer::close);
        session.ifPresent(OnnxSessions::close);
        return Optional.empty();
    }

    @Override
    public List<double[]> logits(List<LocalSequence> sequences, Stop stop) throws NoLogits {
        List<Tokens> rows = new ArrayList<>();
        for (LocalSequence sequence : sequences) {
            stop.check();
            rows.add(tokenizer.tokens(sequence));
        }
        List<double[]> logits = new ArrayList<>(Collections.nCopies(rows.size(), NOT_COME_TO));
        boolean any = false;
        for (List<Integer> chunk : Chunks.of(rows.stream().map(Tokens::length).toList())) {
            Optional<FloatBuffer> found = run(chunk.stream().map(rows::get).toList(), stop);
            if (found.isEmpty()) {
                break;
            }
            chunk.forEach(row -> logits.set(row, take(found.get())));
            any = true;
        }
        if (!any) {
            throw new NoLogits(FallbackReason.TIMEOUT);
        }
        return logits;
    }

    private double[] take(FloatBuffer found) {
        double[] row = new double[labels()];
        for (int label = 0; label < row.length; label++) {
            row[label] = found.get();
        }
        return row;
    }

    /** Nothing when it was stopped. */
    private Optional<FloatBuffer> run(List<Tokens> rows, Stop stop) throws NoLogits {
        try (OnnxRows inputs = OnnxRows.of(rows, folder.config().padding(), session.getInputNames());
                RunOptions options = new RunOptions()) {
            options.addRunConfigEntry(GIVE_MEMORY_BACK, "cpu:0");
            stop.begin(() -> terminate(options));
            try (OrtSession.Result result = session.run(inputs.tensors(), Set.of(OnnxSessions.LOGITS), options)) {
                return Optional.of(numbers(result.get(0), rows.size()));
            } finally {
                stop.end();
            }
        } catch (OrtException fault) {
            if (stop.isStopped()) {
                return Optional.empty();
            }
            LOG.warn("{}: the model failed: {}", folder.model(), fault.getMessage());
            throw new NoLogits(FallbackReason.FAILED);
        }
    }

    /** The library is asked to end between two steps of the model. */
    private void terminate(RunOptions options) {
        try {
            options.setTerminate(true);
        } catch (OrtException fault) {
            LOG.warn("{}: the model could not be stopped: {}", folder.model(), fault.getMessage());
        }
    }

    private FloatBuffer numbers(OnnxValue value, int rows) throws NoLogits {
        if (value instanceof OnnxTensor tensor && Arrays.equals(tensor.getInfo().getShape(), new long[] {rows, labels()})) {
            return tensor.getFloatBuffer();
        }
        LOG.warn("{}: the model gave {} for {} rows of {} labels", folder.model(), value.getInfo(), rows, labels());
        throw new NoLogits(FallbackReason.UNUSABLE_ANSWER);
    }

    private int labels() {
        return folder.config().labels().size();
    }

    @Override
    public void close() {
        OnnxSessions.close(session);
        tokenizer.close();
    }
}
