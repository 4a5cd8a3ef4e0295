package org.supportpin.domain.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.supportpin.domain.identity.Hash;

/**
 * A Merkle tree with SHA-256 (RFC 9162 §2.1). Its leaves are in the order of their own hashes, and each is there once: whoever
 * collects them, and in whatever order, finds the same root.
 */
public final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final List<byte[]> leaves;

    /** @param leaves hashes of leaves, in any order */
    public MerkleTree(List<byte[]> leaves) {
        var sorted = new ArrayList<>(leaves);
        sorted.sort(Arrays::compareUnsigned);
        this.leaves = new ArrayList<>(sorted.size());
        byte[] before = {};
        for (var leaf : sorted) {
            if (!Arrays.equals(leaf, before)) {
                this.leaves.add(leaf);
            }
            before = leaf;
        }
    }

    /** The hash of what a leaf says. */
    public static byte[] leaf(byte[] data) {
        var sha256 = sha256();
        sha256.update(LEAF);
        return sha256.digest(data);
    }

    /** The hash of two nodes side by side. */
    static byte[] node(byte[] left, byte[] right) {
        var sha256 = sha256();
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    public int size() {
        return leaves.size();
    }

    /** The root; that of a tree without leaves is the hash of nothing. */
    public Hash root() {
        return new Hash(HexFormat.of().formatHex(leaves.isEmpty() ? sha256().digest() : root(leaves)));
    }

    private static byte[] root(List<byte[]> part) {
        if (part.size() == 1) {
            return part.getFirst();
        }
        int left = left(part.size());
        return node(root(part.subList(0, left)), root(part.subList(left, part.size())));
    }

    /**
     * The hashes by which a leaf is shown to be in the tree, from the leaf up (RFC 9162 §2.1.3).
     *
     * @param index the leaf's place in the order
     */
    public List<byte[]> path(int index) {
        var path = new ArrayList<byte[]>();
        path(leaves, index, path);
        return path;
    }

    private static void path(List<byte[]> part, int index, List<byte[]> path) {
        if (part.size() == 1) {
            return;
        }
        int left = left(part.size());
        var smaller = part.subList(0, left);
        var rest = part.subList(left, part.size());
        if (index < left) {
            path(smaller, index, path);
            path.add(root(rest));
        } else {
            path(rest, index - left, path);
            path.add(root(smaller));
        }
    }

    /** The largest power of two below the size: the left side's leaves. */
    private static int left(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
