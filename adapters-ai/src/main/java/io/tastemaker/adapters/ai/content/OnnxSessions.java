package io.tastemaker.adapters.ai.content;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the weights of models and looks whether they take what we give and give what we read. */
final class OnnxSessions {

    static final String IDS = "input_ids";
    static final String MASK = "attention_mask";
    static final String TYPES = "token_type_ids";
    static final String LOGITS = "logits";

    private static final Logger LOG = LoggerFactory.getLogger(OnnxSessions.class);
    private static final Set<String> INPUTS = Set.of(IDS, MASK, TYPES);
    private static final Set<OnnxJavaType> NUMBERS = Set.of(OnnxJavaType.FLOAT, OnnxJavaType.FLOAT16, OnnxJavaType.BFLOAT16);

    private OnnxSessions() {}

    static Optional<OrtSession> open(ModelFolder folder, int threads, Faults faults) {
        try (SessionOptions options = options(threads)) {
            OrtSession session = OrtEnvironment.getEnvironment().createSession(folder.model().toString(), options);
            Optional<String> strange = strange(session, folder.config().labels().size());
            if (strange.isEmpty()) {
                return Optional.of(session);
            }
            close(session);
            faults.add(folder.model(), strange.get());
        } catch (OrtException fault) {
            LOG.debug("a model that cannot be used", fault);
            faults.add(folder.model(), "cannot be loaded: " + fault.getMessage());
        }
        return Optional.empty();
    }

    /** Texts differ in length, so that a plan of the memory for each length costs more than it saves. A thread that waits does not spin. */
    private static SessionOptions options(int threads) throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.setMemoryPatternOptimization(false);
        return options;
    }

    private static Optional<String> strange(OrtSession session, int labels) {
        try {
            Optional<NodeInfo> other = session.getInputInfo().values().stream().filter(input -> !isKnown(input)).findFirst();
            if (other.isPresent()) {
                return Optional.of("takes " + said(other.get()) + "; known are " + IDS + ", " + MASK + " and " + TYPES + " of type INT64");
            }
            Map<String, NodeInfo> outputs = session.getOutputInfo();
            return outputs.containsKey(LOGITS) && fits(outputs.get(LOGITS), labels) ? Optional.empty()
                    : Optional.of("must give " + LOGITS + " of " + labels + " labels for each row, as many as " + ModelConfig.FILE
                            + " names, and gives " + outputs.values().stream().map(OnnxSessions::said).toList());
        } catch (OrtException fault) {
            return Optional.of("does not say what it takes and gives: " + fault.getMessage());
        }
    }

    private static String said(NodeInfo node) {
        String what = node.getInfo() instanceof TensorInfo info ? info.type + Arrays.toString(info.getShape()) : "which is no tensor";
        return node.getName() + " " + what;
    }

    private static boolean isKnown(NodeInfo input) {
        return INPUTS.contains(input.getName()) && input.getInfo() instanceof TensorInfo info && info.type == OnnxJavaType.INT64;
    }

    /** A length of -1 is one that is only known when the model runs. */
    private static boolean fits(NodeInfo output, int labels) {
        return output.getInfo() instanceof TensorInfo info && NUMBERS.contains(info.type)
                && info.getShape().length == 2 && Set.of((long) labels, -1L).contains(info.getShape()[1]);
    }

    static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException fault) {
            LOG.warn("a local model could not be closed: {}", fault.getMessage());
        }
    }
}
