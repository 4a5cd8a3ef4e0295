<?php

require __DIR__ . '/../init.php';

if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    session_regenerate_id(true);
    $_SESSION['adminid'] = (int) $_POST['admin'];
    header('Location: clientssummary.php?userid=1001');
    exit;
}
admin_page('Admin', '<form method="post"><input name="admin" aria-label="Admin"><button>Sign in</button></form>');
