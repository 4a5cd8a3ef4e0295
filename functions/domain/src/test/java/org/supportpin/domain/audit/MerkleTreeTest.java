package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    /** RFC 9162 §2.1.1: the hash of nothing. */
    @Test
    void aTreeWithoutLeavesHasTheHashOfNothing() {
        assertThat(new MerkleTree(List.of()).root().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    /** The first of the well-known test leaves of Certificate Transparency: the empty one. */
    @Test
    void aLeafIsMarkedAsOne() {
        assertThat(new MerkleTree(List.of(MerkleTree.leaf(new byte[0]))).root().hex())
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    private static List<byte[]> leaves(Random random, int size) {
        return new ArrayList<>(IntStream.range(0, size)
                .mapToObj(number -> {
                    var data = new byte[random.nextInt(2, 50)];
                    random.nextBytes(data);
                    data[0] = (byte) number;
                    return MerkleTree.leaf(data);
                })
                .toList());
    }

    @RepeatedTest(200)
    void theOrderAndWhatIsThereTwiceDoNotMatter(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var leaves = leaves(random, random.nextInt(1, 70));
        var root = new MerkleTree(leaves).root();

        Collections.shuffle(leaves, random);
        assertThat(new MerkleTree(leaves).root()).isEqualTo(root);
        leaves.addAll(leaves.subList(0, leaves.size() / 2));
        assertThat(new MerkleTree(leaves).root()).isEqualTo(root);
    }

    @RepeatedTest(200)
    void oneChangedMissingOrAddedLeafChangesTheRoot(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var leaves = leaves(random, random.nextInt(1, 70));
        var root = new MerkleTree(leaves).root();
        int place = random.nextInt(leaves.size());

        var changed = new ArrayList<>(leaves);
        changed.set(place, leaves.get(place).clone());
        changed.get(place)[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
        assertThat(new MerkleTree(changed).root()).isNotEqualTo(root);

        var fewer = new ArrayList<>(leaves);
        fewer.remove(place);
        assertThat(new MerkleTree(fewer).root()).isNotEqualTo(root);

        var more = new ArrayList<>(leaves);
        more.add(MerkleTree.leaf(new byte[60]));
        assertThat(new MerkleTree(more).root()).isNotEqualTo(root);
    }

    @RepeatedTest(70)
    void eachLeafIsShownToBeInTheTreeAndNoOther(RepetitionInfo repetition) {
        int size = repetition.getCurrentRepetition();
        var leaves = leaves(new Random(size), size);
        leaves.sort(Arrays::compareUnsigned);
        var tree = new MerkleTree(leaves);
        var other = MerkleTree.leaf(new byte[60]);

        for (int index = 0; index < size; index++) {
            var path = tree.path(index);
            assertThat(isIn(tree, leaves.get(index), index, path)).isTrue();
            assertThat(isIn(tree, other, index, path)).isFalse();
            if (size > 1) {
                assertThat(isIn(tree, leaves.get(index), (index + 1) % size, path))
                        .isFalse();
            }
        }
    }

    /** The algorithm of RFC 9162 §2.1.3.2, as it stands there. */
    private static boolean isIn(MerkleTree tree, byte[] leaf, int index, List<byte[]> path) {
        int fn = index;
        int sn = tree.size() - 1;
        var r = leaf;
        for (var p : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = MerkleTree.node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = MerkleTree.node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && HexFormat.of().formatHex(r).equals(tree.root().hex());
    }
}
