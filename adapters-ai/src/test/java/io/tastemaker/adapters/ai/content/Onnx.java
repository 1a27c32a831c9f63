package io.tastemaker.adapters.ai.content;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes the few parts of the ONNX format that a model of some lines needs: messages of Protocol Buffers, written by hand. */
final class Onnx {

    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int BOOL = 9;

    /** A message: fields one after the other. */
    static final class Message {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message text(int field, String value) {
            return raw(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return raw(field, value.bytes.toByteArray());
        }

        Message raw(int field, byte[] value) {
            varint((long) field << 3 | 2);
            varint(value.length);
            bytes.writeBytes(value);
            return this;
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                bytes.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }

        byte[] toBytes() {
            return bytes.toByteArray();
        }
    }

    /** A graph in the making. */
    static final class Graph {

        private final Message graph = new Message().text(2, "tiny");

        /** A step: an operator, its output, and its inputs. */
        Graph node(String operator, String output, String... inputs) {
            return node(operator, output, List.of(), inputs);
        }

        Graph node(String operator, String output, List<Message> attributes, String... inputs) {
            Message node = new Message();
            for (String input : inputs) {
                node.text(1, input);
            }
            node.text(2, output).text(3, output).text(4, operator);
            attributes.forEach(attribute -> node.message(5, attribute));
            graph.message(1, node);
            return this;
        }

        Graph floats(String name, long[] shape, float... values) {
            ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            raw.asFloatBuffer().put(values);
            return constant(name, FLOAT, shape, raw.array());
        }

        Graph longs(String name, long[] shape, long... values) {
            ByteBuffer raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            raw.asLongBuffer().put(values);
            return constant(name, INT64, shape, raw.array());
        }

        Graph yes(String name) {
            return constant(name, BOOL, new long[0], new byte[] {1});
        }

        Graph yes(String name, int times) {
            byte[] values = new byte[times];
            Arrays.fill(values, (byte) 1);
            return constant(name, BOOL, new long[] {times}, values);
        }

        private Graph constant(String name, int type, long[] shape, byte[] values) {
            Message tensor = new Message();
            for (long dimension : shape) {
                tensor.number(1, dimension);
            }
            graph.message(5, tensor.number(2, type).text(8, name).raw(9, values));
            return this;
        }

        /** What is given: whole numbers, by names for lengths that are open. */
        Graph takesLongs(String name, String... dimensions) {
            graph.message(11, value(name, INT64, dimensions));
            return this;
        }

        Graph takesFloats(String name, String... dimensions) {
            graph.message(11, value(name, FLOAT, dimensions));
            return this;
        }

        Graph takesYesOrNo(String name) {
            graph.message(11, value(name, BOOL));
            return this;
        }

        Graph givesFloats(String name, String... dimensions) {
            graph.message(12, value(name, FLOAT, dimensions));
            return this;
        }

        Graph givesYesOrNo(String name) {
            graph.message(12, value(name, BOOL));
            return this;
        }

        /** A number stands for a length that is known. */
        private static Message value(String name, int type, String... dimensions) {
            Message shape = new Message();
            for (String dimension : dimensions) {
                boolean known = dimension.chars().allMatch(Character::isDigit);
                shape.message(1, known ? new Message().number(1, Long.parseLong(dimension)) : new Message().text(2, dimension));
            }
            Message tensor = new Message().number(1, type).message(2, shape);
            return new Message().text(1, name).message(2, new Message().message(1, tensor));
        }

        byte[] toModel() {
            Message opset = new Message().text(1, "").number(2, 13);
            return new Message().number(1, 8).text(2, "tests").message(7, graph).message(8, opset).toBytes();
        }
    }

    static Message whole(String name, long value) {
        return new Message().text(1, name).number(3, value).number(20, 2);
    }

    static Message body(String name, Graph graph) {
        return new Message().text(1, name).message(6, graph.graph).number(20, 5);
    }

    private Onnx() {}
}
