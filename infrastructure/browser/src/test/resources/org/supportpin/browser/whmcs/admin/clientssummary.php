<?php

require __DIR__ . '/../init.php';

if (!isset($_SESSION['adminid'])) {
    header('Location: login.php');
    exit;
}
admin_page('Client profile', implode('', run_hook('AdminAreaClientSummaryPage', ['userid' => (int) $_GET['userid']])));
