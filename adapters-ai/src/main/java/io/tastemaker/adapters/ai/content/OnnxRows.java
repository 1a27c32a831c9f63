package io.tastemaker.adapters.ai.content;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.tastemaker.adapters.ai.content.ModelTokenizer.Tokens;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows as the inputs of a model, all filled up to the longest.
 *
 * @param tensors by the names of the inputs
 */
record OnnxRows(Map<String, OnnxTensor> tensors) implements AutoCloseable {

    static OnnxRows of(List<Tokens> rows, long padding, Set<String> inputs) throws OrtException {
        int width = rows.stream().mapToInt(Tokens::length).max().orElseThrow();
        long[] ids = new long[rows.size() * width];
        long[] mask = new long[ids.length];
        long[] types = new long[ids.length];
        Arrays.fill(ids, padding);
        for (int row = 0; row < rows.size(); row++) {
            Tokens tokens = rows.get(row);
            System.arraycopy(tokens.ids(), 0, ids, row * width, tokens.length());
            System.arraycopy(tokens.types(), 0, types, row * width, tokens.length());
            Arrays.fill(mask, row * width, row * width + tokens.length(), 1);
        }
        return tensors(Map.of(OnnxSessions.IDS, ids, OnnxSessions.MASK, mask, OnnxSessions.TYPES, types), inputs, rows.size());
    }

    private static OnnxRows tensors(Map<String, long[]> values, Set<String> inputs, int rows) throws OrtException {
        OnnxRows made = new OnnxRows(new HashMap<>());
        try {
            for (String input : inputs) {
                long[] numbers = values.get(input);
                long[] shape = {rows, numbers.length / rows};
                made.tensors.put(input, OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), LongBuffer.wrap(numbers), shape));
            }
            return made;
        } catch (OrtException fault) {
            made.close();
            throw fault;
        }
    }

    @Override
    public void close() {
        tensors.values().forEach(OnnxTensor::close);
    }
}
