<?php

require __DIR__ . '/init.php';

use WHMCS\Database\Capsule;

// The password is not this stand-in's business.
if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    session_regenerate_id(true);
    $_SESSION['user'] = (int) $_POST['user'];
    $_SESSION['client'] = (int) $_POST['client'];
    unset($_SESSION['asOwner']);
    run_hook('UserLogin', ['user' => new WHMCS\User\User($_SESSION['user'])]);
    header('Location: index.php');
    exit;
}
client_page('Sign in', '<form method="post"><input name="user" aria-label="User"><input name="client" aria-label="Client"><button>Sign in</button></form>');
