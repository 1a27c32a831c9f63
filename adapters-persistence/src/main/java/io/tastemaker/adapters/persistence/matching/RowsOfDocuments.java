package io.tastemaker.adapters.persistence.matching;

import io.tastemaker.domain.matching.CatalogueSegment;
import io.tastemaker.domain.shared.CreatorId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** Which row of a segment each document of a part of the index is about. Both never change, so neither does this. */
sealed interface RowsOfDocuments {

    /** From here on a segment is small beside the documents. */
    int MANY_DOCUMENTS = 8;

    /** Hands over the rows of some documents. */
    void of(FixedBitSet documents, IntConsumer rows);

    /** The row of every document, below 0 where there is none. */
    record All(int[] rows) implements RowsOfDocuments {
        @Override
        public void of(FixedBitSet documents, IntConsumer into) {
            int document = documents.nextSetBit(0);
            while (document != DocIdSetIterator.NO_MORE_DOCS) {
                if (rows[document] >= 0) {
                    into.accept(rows[document]);
                }
                document = document + 1 < rows.length ? documents.nextSetBit(document + 1) : DocIdSetIterator.NO_MORE_DOCS;
            }
        }
    }

    /** The few documents that have a row, and their rows; of a creator who was written again one that is deleted besides. */
    record Few(int[] documents, int[] rows) implements RowsOfDocuments {
        @Override
        public void of(FixedBitSet found, IntConsumer into) {
            for (int i = 0; i < rows.length; i++) {
                if (found.get(documents[i])) {
                    into.accept(rows[i]);
                }
            }
        }
    }

    /** Looks each document up in the segment, or each row among the documents, whichever are fewer. */
    static RowsOfDocuments of(LeafReader leaf, String idField, CatalogueSegment segment) throws IOException {
        return MANY_DOCUMENTS * (long) segment.size() < leaf.maxDoc() ? few(leaf, idField, segment) : all(leaf, idField, segment);
    }

    private static All all(LeafReader leaf, String idField, CatalogueSegment segment) throws IOException {
        int[] rows = new int[leaf.maxDoc()];
        Arrays.fill(rows, -1);
        BinaryDocValues ids = DocValues.getBinary(leaf, idField);
        for (int document = ids.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = ids.nextDoc()) {
            rows[document] = segment.find(creator(ids.binaryValue()));
        }
        return new All(rows);
    }

    private static Few few(LeafReader leaf, String idField, CatalogueSegment segment) throws IOException {
        int[] documents = new int[segment.size()];
        int[] rows = new int[segment.size()];
        int size = 0;
        TermsEnum ids = leaf.terms(idField).iterator();
        PostingsEnum found = null;
        for (int row = 0; row < segment.size(); row++) {
            if (ids.seekExact(bytes(segment.id(row)))) {
                found = ids.postings(found, PostingsEnum.NONE);
                for (int document = found.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = found.nextDoc()) {
                    documents = ArrayUtil.grow(documents, size + 1);
                    rows = ArrayUtil.grow(rows, size + 1);
                    documents[size] = document;
                    rows[size++] = row;
                }
            }
        }
        return new Few(Arrays.copyOf(documents, size), Arrays.copyOf(rows, size));
    }

    static BytesRef bytes(CreatorId creator) {
        UUID id = creator.value();
        return new BytesRef(ByteBuffer.allocate(2 * Long.BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array());
    }

    private static CreatorId creator(BytesRef bytes) {
        ByteBuffer id = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new CreatorId(new UUID(id.getLong(), id.getLong()));
    }
}
